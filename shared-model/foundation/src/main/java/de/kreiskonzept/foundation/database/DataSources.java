package de.kreiskonzept.foundation.database;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The databases in which workspaces stand, by the name that the registry knows them by: the one with the registry, and those of
 * further servers (decision 030).
 */
public final class DataSources {
    /** Name of the one that holds the registry, too. */
    public static final String DEFAULT = "default";

    /** Most counties that can be agreed for one. */
    public static final int MOST = 1_000_000;

    /** Each application has its own passwords; a sentence of {@code Start} begins with the name of a setting. */
    private static final String PASSWORDS = "KK_PLATFORM_DB_PASSWORDS, or KK_ADMIN_DB_PASSWORDS of the console,";

    private static final Pattern ENTRY =
            Pattern.compile("(?<name>[a-z][a-z0-9-]{0,29})\\s+(?<capacity>\\d{1,7})\\s+(?<url>jdbc:postgresql:\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("(?<name>\\S+)\\s+(?<password>\\S+)");

    private final Map<String, Source> byName = new LinkedHashMap<>();

    /**
     * One database.
     *
     * @param name as in the registry
     * @param capacity counties that are put there at most; 0 where no new ones are
     * @param url JDBC URL without user and password; the user is the same everywhere
     * @param password null where it is the same as for the registry
     */
    public record Source(
            String name, int capacity, String url, @Nullable String password) {
        /** The name alone: a password must not reach a log. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** Of these, the one with the registry first. */
    public DataSources(Source registry, List<Source> others) {
        Stream.concat(Stream.of(registry), others.stream()).forEach(source -> {
            if (byName.put(source.name(), source) != null) {
                throw new ConfigurationException("KK_DATA_SOURCES names " + source.name() + " twice.");
            }
        });
    }

    /**
     * Reads the settings.
     *
     * @param registry the one with the registry
     * @param entries {@code name capacity url} each, with {@code ;} between them
     * @param passwords {@code name password} each, with {@code ;} between them; who is not named has that of the registry
     * @throws ConfigurationException where they cannot be read; the sentence holds no password
     */
    public static DataSources of(Source registry, String entries, String passwords) {
        var ofNames = passwords(passwords);
        var sources = parts(entries).map(part -> source(part, ofNames)).toList();
        var known = sources.stream().map(Source::name).collect(Collectors.toSet());
        ofNames.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException(
                            PASSWORDS + " names " + name + ", which KK_DATA_SOURCES does not.");
                });
        return new DataSources(registry, sources);
    }

    private static Map<String, String> passwords(String text) {
        var ofNames = new LinkedHashMap<String, String>();
        parts(text).forEach(part -> {
            var found = PASSWORD.matcher(part);
            if (!found.matches()) {
                throw new ConfigurationException(PASSWORDS + " is written \"name password; name password\".");
            }
            ofNames.put(found.group("name"), found.group("password"));
        });
        return ofNames;
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(";")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Source source(String part, Map<String, String> passwords) {
        var found = ENTRY.matcher(part);
        if (!found.matches() || Integer.parseInt(found.group("capacity")) > MOST) {
            throw new ConfigurationException(
                    "KK_DATA_SOURCES is written \"name capacity jdbc:postgresql://host:5432/database; ...\","
                            + " names in small letters and digits, capacity a number up to " + MOST + ".");
        }
        var name = found.group("name");
        return new Source(name, Integer.parseInt(found.group("capacity")), found.group("url"), passwords.get(name));
    }

    /** All of them, the one with the registry first. */
    public List<Source> list() {
        return List.copyOf(byName.values());
    }

    /** Those without a registry. */
    public List<Source> others() {
        return byName.values().stream()
                .filter(source -> !source.name().equals(DEFAULT))
                .toList();
    }

    /** The one of this name; empty where the settings do not name it. */
    public Optional<Source> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
