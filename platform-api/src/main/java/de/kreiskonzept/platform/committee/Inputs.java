package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.NameLines;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type into the forms of committees, and says what is wrong with it. */
public final class Inputs {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Inputs() {}

    /** The id that was chosen; null where none was, or no such text can be one. */
    public static @Nullable UUID id(String text) {
        return ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** The day, as in ISO 8601 or 31.12.2026; empty where it is none. */
    public static Optional<LocalDate> findDay(String text) {
        Optional<LocalDate> day;
        try {
            day = Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            day = NameLines.findDay(text);
        }
        return day.filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
    }

    /** The day of a checked field; null where it is empty. */
    public static @Nullable LocalDate day(String text) {
        return findDay(text).orElse(null);
    }

    /** Adds an error where the text is neither empty nor a day. */
    public static FormErrors day(FormErrors errors, String field, String text, Texts texts) {
        return text.isEmpty() || findDay(text).isPresent()
                ? errors
                : errors.with(field, texts.text("committee.fault.day"));
    }

    /** Adds an error where both are days and the last one is before the first one. */
    public static FormErrors order(FormErrors errors, String field, String from, String until, Texts texts) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        return first != null && last != null && last.isBefore(first)
                ? errors.with(field, texts.text("committee.fault.order"))
                : errors;
    }

    /** Adds an error where the text is too long or holds NUL. */
    public static FormErrors length(FormErrors errors, String field, String text, int limit, Texts texts) {
        return text.length() <= limit && text.indexOf('\0') < 0
                ? errors
                : errors.with(field, texts.text("committee.fault.long", limit, text.length()));
    }

    /** The whole number of at most three digits; -1 where it is none. */
    public static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    /** Adds an error where the text is no whole number in the range. */
    public static FormErrors number(FormErrors errors, String field, String text, int[] range, Texts texts) {
        int number = number(text);
        return number >= range[0] && number <= range[1]
                ? errors
                : errors.with(field, texts.text("committee.fault.number", range[0], range[1]));
    }
}
