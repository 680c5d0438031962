package de.kreiskonzept.model.situation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value stands for: a year, a month or a day.
 *
 * @param text as in ISO 8601 and in the database: 2024, 2024-03 or 2024-02-29
 */
public record Period(String text) implements Comparable<Period> {
    private static final Pattern ISO = Pattern.compile("([12]\\d{3})(?:-(\\d\\d)(?:-(\\d\\d))?)?");
    private static final Pattern GERMAN = Pattern.compile("(?:(?:(\\d{1,2})\\.\\s*)?(\\d{1,2})[./]\\s*)?([12]\\d{3})");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.GERMANY);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);

    /** @throws IllegalArgumentException if there is no such year, month or day */
    public Period {
        if (!exists(text)) {
            throw new IllegalArgumentException("neither year nor month nor day: " + text);
        }
    }

    /** The period of a text such as 2024, 03/2024, 3.2024, 29.02.2024 or one of ISO 8601; empty where it is none. */
    public static Optional<Period> find(String words) {
        String text = words.strip();
        Matcher german = GERMAN.matcher(text);
        String iso = german.matches() ? german.group(3) + part(german.group(2)) + part(german.group(1)) : text;
        return exists(iso) ? Optional.of(new Period(iso)) : Optional.empty();
    }

    private static String part(@Nullable String digits) {
        return digits == null ? "" : "-" + (digits.length() == 1 ? "0" + digits : digits);
    }

    private static boolean exists(String text) {
        try {
            return ISO.matcher(text).matches() && begin(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate begin(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** First day of the period. */
    public LocalDate begin() {
        return begin(text);
    }

    /** As people in Germany write it: 2024, 03/2024, 29.02.2024. */
    public String print() {
        return switch (text.length()) {
            case 4 -> text;
            case 7 -> MONTH.format(begin());
            default -> DAY.format(begin());
        };
    }

    /** Years with a fraction, for a place on an axis. */
    public double years() {
        LocalDate day = begin();
        return day.getYear() + (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
    }

    /** By the first day; a year before its first month, a month before its first day. */
    @Override
    public int compareTo(Period other) {
        return text.compareTo(other.text);
    }
}
