package de.kreiskonzept.model.measure;

import de.kreiskonzept.model.measure.TimeFrame.InWords;
import de.kreiskonzept.model.measure.TimeFrame.Ongoing;
import de.kreiskonzept.model.measure.TimeFrame.Open;
import de.kreiskonzept.model.measure.TimeFrame.Span;
import de.kreiskonzept.model.measure.TimeFrame.Unstated;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and prints time frames in German. */
final class TimeFrameText {
    private static final Set<String> ONGOING = Set.of(
            "laufend",
            "fortlaufend",
            "dauerhaft",
            "kontinuierlich",
            "ständig",
            "unbefristet",
            "daueraufgabe",
            "regelmäßig");
    private static final Set<String> OPEN = Set.of(
            "offen", "noch offen", "unbestimmt", "nicht festgelegt", "noch nicht festgelegt", "noch nicht bekannt");

    private static final String ANY = "([^–-]+?)";
    private static final Pattern FROM = words("(?:ab|seit)\\s+" + ANY + "|" + ANY + "\\s*ff\\.?");
    private static final Pattern UNTIL = words("bis(?:\\s+(?:zum|ende|zum ende|spätestens))?\\s+" + ANY);
    private static final Pattern BOTH = words("(?:von\\s+|ab\\s+)?" + ANY
            + "\\s*(?:–|-|\\bbis\\b)(?:\\s+(?:zum|ende|zum ende|spätestens)\\b)?\\s*" + ANY);
    private static final Pattern YEARS = Pattern.compile("(\\d{2})(\\d{2})\\s?/\\s?(\\d{4}|\\d{2})");
    private static final Pattern QUARTER = words("(?:([1-4])\\.\\s*quartal|q\\s?([1-4]))\\s*/?\\s*(\\d{4})");
    private static final Pattern HALF = words("([12])\\.\\s*halbjahr\\s*/?\\s*(\\d{4})");

    private TimeFrameText() {}

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static TimeFrame read(String text) {
        String line = text.replaceAll("[\\s\\u00a0]+", " ").strip();
        String small = line.toLowerCase(Locale.GERMAN);
        if (line.isEmpty()) {
            return new TimeFrame.Unstated();
        }
        if (ONGOING.contains(small)) {
            return new Ongoing();
        }
        if (OPEN.contains(small)) {
            return new Open();
        }
        return Stream.<Supplier<Optional<Span>>>of(
                        () -> Moment.find(line).flatMap(moment -> span(moment, moment)),
                        () -> from(line),
                        () -> until(line),
                        () -> years(line),
                        () -> months(QUARTER.matcher(line), 3),
                        () -> months(HALF.matcher(line), 6),
                        () -> both(line))
                .flatMap(reading -> reading.get().stream())
                .map(TimeFrame.class::cast)
                .findFirst()
                .orElseGet(() -> new InWords(line));
    }

    private static Optional<Span> from(String line) {
        Matcher from = FROM.matcher(line);
        return from.matches()
                ? Moment.find(from.group(1) == null ? from.group(2) : from.group(1))
                        .flatMap(moment -> span(moment, null))
                : Optional.empty();
    }

    private static Optional<Span> until(String line) {
        Matcher until = UNTIL.matcher(line);
        return until.matches() ? Moment.find(until.group(1)).flatMap(moment -> span(null, moment)) : Optional.empty();
    }

    private static Optional<Span> both(String line) {
        Matcher both = BOTH.matcher(line);
        return both.matches()
                ? Moment.find(both.group(1))
                        .flatMap(from -> Moment.find(both.group(2)).flatMap(until -> span(from, until)))
                : Optional.empty();
    }

    private static Optional<Span> years(String line) {
        Matcher years = YEARS.matcher(line);
        if (!years.matches()) {
            return Optional.empty();
        }
        String last = years.group(3).length() == 4 ? years.group(3) : years.group(1) + years.group(3);
        return Moment.find(years.group(1) + years.group(2))
                .flatMap(from -> Moment.find(last).flatMap(until -> span(from, until)));
    }

    private static Optional<Span> months(Matcher part, int length) {
        if (!part.matches()) {
            return Optional.empty();
        }
        String number = part.group(1) == null ? part.group(2) : part.group(1);
        int last = Integer.parseInt(number) * length;
        String year = "/" + part.group(part.groupCount());
        return Moment.find(last - length + 1 + year)
                .flatMap(from -> Moment.find(last + year).flatMap(until -> span(from, until)));
    }

    private static Optional<Span> span(@Nullable Moment from, @Nullable Moment until) {
        boolean backwards = from != null && until != null && until.end().isBefore(from.start());
        return backwards ? Optional.empty() : Optional.of(new Span(from, until));
    }

    static String print(TimeFrame frame) {
        return switch (frame) {
            case Unstated _ -> "";
            case Open _ -> "offen";
            case Ongoing _ -> "laufend";
            case InWords words -> words.words();
            case Span(var from, var until)
            when from == null -> "bis " + Objects.requireNonNull(until).text();
            case Span(var from, var until) when until == null -> "ab " + from.text();
            case Span(var from, var until) -> from.equals(until) ? from.text() : from.text() + " bis " + until.text();
        };
    }
}
