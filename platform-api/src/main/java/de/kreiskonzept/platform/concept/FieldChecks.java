package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.StatedCounts;
import java.util.List;
import java.util.Map;

/** Reads the fields of a form and says in a sentence what is wrong with one; the key of a field's label is {@code concept.field.<name>}. */
public final class FieldChecks {
    private static final int DIGITS = 6;

    private FieldChecks() {}

    /** The first value of a field without surrounding space; empty where it is missing. Line ends become single line feeds. */
    public static String field(Map<String, ?> fields, String name) {
        return list(fields, name).stream()
                .findFirst()
                .orElse("")
                .replace("\r\n", "\n")
                .strip();
    }

    /** All values of a field; empty where it is missing. */
    public static List<String> list(Map<String, ?> fields, String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> values -> values.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** The version that a form was made from; a form without one is as good as stale. */
    public static long version(Map<String, ?> fields) {
        String version = field(fields, "version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    /** Adds an error where the value is blank, too long or holds NUL. */
    public static FormErrors required(FormErrors errors, String field, String value, int limit, Texts texts) {
        return value.isBlank()
                ? errors.with(field, texts.text("concept.fault.missing", label(field, texts)))
                : length(errors, field, value, limit, texts);
    }

    /** Adds an error where the value is too long or holds NUL. */
    public static FormErrors length(FormErrors errors, String field, String value, int limit, Texts texts) {
        if (value.length() > limit) {
            return errors.with(field, texts.text("concept.fault.long", label(field, texts), limit, value.length()));
        }
        return value.indexOf('\0') < 0
                ? errors
                : errors.with(field, texts.text("concept.fault.character", label(field, texts)));
    }

    /** Adds an error where the value is neither empty nor a whole number of at most six digits. */
    public static FormErrors number(FormErrors errors, String field, String value, Texts texts) {
        boolean right =
                value.isEmpty() || (value.length() <= DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9'));
        return right ? errors : errors.with(field, texts.text("concept.fault.number", label(field, texts)));
    }

    private static String label(String field, Texts texts) {
        return texts.text("concept.field." + field);
    }

    /** The stated counts, once they are checked; empty for none. */
    public static StatedCounts stated(String goals, String measures) {
        return new StatedCounts(
                goals.isEmpty() ? null : Integer.valueOf(goals), measures.isEmpty() ? null : Integer.valueOf(measures));
    }
}
