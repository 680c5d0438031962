package de.kreiskonzept.model.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All 400 counties of Germany: 294 Landkreise and 106 kreisfreie Städte. Source and status stand in counties.yml. */
public final class CountyCatalogue {
    private static final String RESOURCE = "counties.yml";

    private final LocalDate status;
    private final String source;
    private final Map<Ags, County> counties;
    private final Map<Ags, Slug> slugs;

    private CountyCatalogue(LocalDate status, String source, List<County> counties) {
        this.status = status;
        this.source = source;
        this.counties = new LinkedHashMap<>();
        counties.forEach(county -> this.counties.put(county.ags(), county));
        this.slugs = slugs(counties);
    }

    /** The catalogue that comes with this module. */
    public static CountyCatalogue load() {
        try (InputStream in = CountyCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing on the class path");
            }
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<County> counties = ((List<?>) present(root, "counties"))
                    .stream().map(entry -> county((Map<?, ?>) entry)).toList();
            return new CountyCatalogue(LocalDate.parse(text(root, "status")), text(root, "source"), counties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All counties by AGS, 400 of them. */
    public List<County> list() {
        return List.copyOf(counties.values());
    }

    /** The county with this key. */
    public Optional<County> find(Ags ags) {
        return Optional.ofNullable(counties.get(ags));
    }

    /**
     * The counties whose AGS is the text, or whose display name holds it in any case, by AGS.
     *
     * @param text what somebody looks for; an empty one finds all
     */
    public List<County> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.GERMAN);
        return counties.values().stream()
                .filter(county -> county.ags().text().equals(wanted)
                        || county.displayName().toLowerCase(Locale.GERMAN).contains(wanted))
                .toList();
    }

    /**
     * The slug of a county, unique in the catalogue: from its name, or from "landkreis" or "stadt" and its name where
     * city and county share one.
     *
     * @throws IllegalArgumentException if the catalogue does not hold the county
     */
    public Slug slugOf(Ags ags) {
        Slug slug = slugs.get(ags);
        if (slug == null) {
            throw new IllegalArgumentException("No county has the AGS " + ags);
        }
        return slug;
    }

    /** Date of the last change that the list knows. */
    public LocalDate status() {
        return status;
    }

    /** Who publishes the facts, in German. */
    public String source() {
        return source;
    }

    private static Map<Ags, Slug> slugs(List<County> counties) {
        var occurrences = new HashMap<String, Integer>();
        counties.forEach(county -> occurrences.merge(county.name(), 1, Integer::sum));
        var slugs = new HashMap<Ags, Slug>();
        for (County county : counties) {
            boolean shared = occurrences.getOrDefault(county.name(), 1) > 1;
            slugs.put(county.ags(), Slug.of(shared ? prefix(county.type()) + county.name() : county.name()));
        }
        return slugs;
    }

    private static String prefix(CountyType type) {
        return switch (type) {
            case LANDKREIS -> "Landkreis ";
            case KREISFREIE_STADT -> "Stadt ";
        };
    }

    private static County county(Map<?, ?> entry) {
        return new County(
                new Ags(text(entry, "ags")),
                text(entry, "name"),
                CountyType.of(text(entry, "type")),
                text(entry, "land"));
    }

    private static String text(Map<?, ?> entry, String key) {
        return present(entry, key).toString();
    }

    private static Object present(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value == null) {
            throw new IllegalStateException(RESOURCE + ": " + key + " is missing in " + entry);
        }
        return value;
    }
}
