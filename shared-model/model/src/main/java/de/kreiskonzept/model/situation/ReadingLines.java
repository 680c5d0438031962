package de.kreiskonzept.model.situation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as people write them, one a line: period; value or "nicht erhoben: why"; then, where there is something to say, "Bruch: why" and
 * the source. Semicolons or tabs part the fields, so cells copied out of a spreadsheet fit.
 *
 * @param readings of the lines that could be read, by period
 * @param faults of all others, by line
 */
public record ReadingLines(List<Reading> readings, List<Fault> faults) {
    /** Most lines. */
    public static final int MOST = 500;

    private static final Pattern FIELDS = Pattern.compile("[;\t]");
    private static final Pattern MISSING =
            Pattern.compile("(?:nicht erhoben|n\\. ?e\\.)\\s*(?:[:(–-]\\s*(.*?)\\)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK =
            Pattern.compile("(?:Zeitreihen)?bruch\\s*[:–-]\\s*(.+)", Pattern.CASE_INSENSITIVE);

    /**
     * What is wrong with a line.
     *
     * @param line from 1
     * @param kind what kind of fault, as in keys of messages
     * @param words the part of the line it is about
     */
    public record Fault(int line, Kind kind, String words) {
        /** Kinds of faults. */
        public enum Kind {
            /** No year, month or day. */
            PERIOD,
            /** No number. */
            NUMBER,
            /** Not collected, without a reason. */
            REASON,
            /** A period that stands there already. */
            TWICE,
            /** More fields than there is something to say. */
            FIELDS,
            /** A text that is too long. */
            LONG,
            /** More lines than are read. */
            LINES
        }
    }

    /** Keeps both lists as they are. */
    public ReadingLines {
        readings = List.copyOf(readings);
        faults = List.copyOf(faults);
    }

    /** Reads the lines; empty ones are nothing. */
    public static ReadingLines read(String text) {
        var reader = new Reader();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < Math.min(lines.length, MOST); i++) {
            if (!lines[i].isBlank()) {
                reader.line(i + 1, lines[i]);
            }
        }
        if (lines.length > MOST) {
            reader.fault(MOST + 1, Fault.Kind.LINES, String.valueOf(MOST));
        }
        reader.readings.sort((one, other) -> one.period().compareTo(other.period()));
        return new ReadingLines(reader.readings, reader.faults);
    }

    /** Writes readings so that they can be read again. */
    public static String write(List<Reading> readings) {
        var text = new StringBuilder();
        for (Reading reading : readings) {
            text.append(reading.period().print()).append("; ");
            text.append(reading.value() == null ? "nicht erhoben: " + field(reading.missing()) : reading.number());
            text.append(reading.isBreak() ? "; Bruch: " + field(reading.breakNote()) : "");
            String source = field(reading.source());
            text.append(source.isEmpty() ? "" : "; " + source).append('\n');
        }
        return text.toString();
    }

    // What parts fields and lines cannot stand inside of one.
    private static String field(String text) {
        return text.replaceAll("[;\\t\\r\\n]+", ",");
    }

    private static final class Reader {
        private final List<Reading> readings = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<Period> seen = new HashSet<>();

        void fault(int line, Fault.Kind kind, String words) {
            faults.add(new Fault(line, kind, words));
        }

        void line(int number, String line) {
            String[] fields = FIELDS.split(line, -1);
            Optional<Period> period = Period.find(fields[0]);
            if (period.isEmpty()) {
                fault(number, Fault.Kind.PERIOD, fields[0].strip());
            } else if (!seen.add(period.get())) {
                fault(number, Fault.Kind.TWICE, period.get().print());
            } else {
                value(number, period.get(), fields);
            }
        }

        private void value(int line, Period period, String[] fields) {
            String words = fields.length > 1 ? fields[1].strip() : "";
            Matcher missing = MISSING.matcher(words);
            if (missing.matches()) {
                String reason = missing.group(1) == null ? "" : missing.group(1).strip();
                if (reason.isEmpty()) {
                    fault(line, Fault.Kind.REASON, words);
                } else {
                    rest(line, new Value(period, null, reason), fields);
                }
                return;
            }
            Optional<BigDecimal> number = GermanNumber.find(words);
            if (number.isEmpty()) {
                fault(line, Fault.Kind.NUMBER, words);
            } else {
                rest(line, new Value(period, number.get(), ""), fields);
            }
        }

        private record Value(Period period, @Nullable BigDecimal number, String missing) {}

        private void rest(int line, Value value, String[] fields) {
            String breakNote = "";
            String source = "";
            for (int i = 2; i < fields.length; i++) {
                String field = fields[i].strip();
                Matcher found = BREAK.matcher(field);
                if (found.matches() && breakNote.isEmpty()) {
                    breakNote = found.group(1).strip();
                } else if (source.isEmpty()) {
                    source = field;
                } else if (!field.isEmpty()) {
                    fault(line, Fault.Kind.FIELDS, field);
                    return;
                }
            }
            try {
                readings.add(new Reading(value.period(), value.number(), value.missing(), breakNote, source));
            } catch (IllegalArgumentException e) {
                fault(line, Fault.Kind.LONG, value.period().print());
            }
        }
    }
}
