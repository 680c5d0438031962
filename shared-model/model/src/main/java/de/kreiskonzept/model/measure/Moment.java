package de.kreiskonzept.model.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, a month or a year.
 *
 * @param start its first day
 */
public record Moment(LocalDate start, Precision precision) {
    private static final int FIRST_YEAR = 1900;
    /** The last year that there is. */
    public static final int LAST_YEAR = 2199;

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s?[/.]\\s?(\\d{4})");
    private static final Pattern NAMED_MONTH = Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final List<String> MONTHS = List.of(
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    /** How exactly it is known. */
    public enum Precision {
        /** One day. */
        DAY,
        /** A whole month. */
        MONTH,
        /** A whole year. */
        YEAR
    }

    /** @throws IllegalArgumentException if the day does not begin the month or year, or the year is not between 1900 and 2199 */
    public Moment {
        boolean begins = switch (precision) {
            case DAY -> true;
            case MONTH -> start.getDayOfMonth() == 1;
            case YEAR -> start.getDayOfYear() == 1;
        };
        if (!begins || start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no %s begins with %s".formatted(precision, start));
        }
    }

    /** A whole year. */
    public static Moment year(int year) {
        return new Moment(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    /** A whole month. */
    public static Moment month(int year, int month) {
        return new Moment(LocalDate.of(year, month, 1), Precision.MONTH);
    }

    /** Reads "01.03.2026", "03/2026", "März 2026" or "2026"; empty for everything else. */
    public static Optional<Moment> find(String text) {
        try {
            return read(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> read(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return Optional.of(day(day.group(3), day.group(2), day.group(1)));
        }
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(month(Integer.parseInt(month.group(2)), Integer.parseInt(month.group(1))));
        }
        Matcher named = NAMED_MONTH.matcher(text);
        if (named.matches()) {
            return month(named.group(1)).map(number -> month(Integer.parseInt(named.group(2)), number));
        }
        return YEAR.matcher(text).matches() ? Optional.of(year(Integer.parseInt(text))) : Optional.empty();
    }

    private static Moment day(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return new Moment(date, Precision.DAY);
    }

    private static Optional<Integer> month(String name) {
        String small = name.toLowerCase(Locale.GERMAN).replace("maerz", "märz").replace("mrz", "märz");
        return MONTHS.stream()
                .filter(month -> month.startsWith(small))
                .findFirst()
                .map(month -> MONTHS.indexOf(month) + 1);
    }

    /** The text that {@link #find} reads back: 01.03.2026, 03/2026 or 2026. */
    public String text() {
        return switch (precision) {
            case DAY -> start.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY));
            case MONTH -> start.format(DateTimeFormatter.ofPattern("MM/yyyy", Locale.GERMANY));
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    /** Whether there are fewer whole months from its first day to the last day of another one. */
    public boolean isShortOf(int months, Moment until) {
        return ChronoUnit.MONTHS.between(start, until.end().plusDays(1)) < months;
    }

    /** Its last day. */
    public LocalDate end() {
        return switch (precision) {
            case DAY -> start;
            case MONTH -> YearMonth.from(start).atEndOfMonth();
            case YEAR -> LocalDate.of(start.getYear(), 12, 31);
        };
    }
}
