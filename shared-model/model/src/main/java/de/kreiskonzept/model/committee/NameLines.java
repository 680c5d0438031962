package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.committee.SeatSet.NamedInstance;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of a set as lines of a text: {@code name}, {@code name; first day} or {@code name; first day; last day}, either day maybe empty. */
public final class NameLines {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int PARTS = 3;

    private NameLines() {}

    /**
     * The names in a text; empty lines mean nothing.
     *
     * @throws IllegalArgumentException if a line has no name, more than three parts or a day that is none
     */
    public static List<NamedInstance> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(NameLines::instance)
                .toList();
    }

    /** The text that gives these names. */
    public static String write(List<NamedInstance> names) {
        return names.stream()
                .map(one -> "%s; %s; %s"
                        .formatted(
                                one.name(),
                                print(one.period().from()),
                                print(one.period().until())))
                .map(line -> line.replaceFirst("[; ]+$", ""))
                .collect(Collectors.joining("\n"));
    }

    private static NamedInstance instance(String line) {
        String[] parts = line.split(";", -1);
        if (parts.length > PARTS) {
            throw new IllegalArgumentException("a line has a name and two days");
        }
        return new NamedInstance(parts[0].strip(), new Period(day(parts, 1), day(parts, 2)));
    }

    private static @Nullable LocalDate day(String[] parts, int place) {
        String text = place < parts.length ? parts[place].strip() : "";
        return text.isEmpty() ? null : findDay(text).orElseThrow(() -> new IllegalArgumentException("no day: " + text));
    }

    /** A day such as 31.12.2026; empty where the text is none. */
    public static Optional<LocalDate> findDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day as it is read; empty for none. */
    public static String print(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
