package de.kreiskonzept.model.concept;

/** How long texts of a concept may be, in characters as Java counts them (UTF-16); forms state these limits. */
public final class TextLimits {
    /** Display number of a section, goal or measure, such as "2a". */
    public static final int NUMBER = 20;

    /** Title, name, label, one responsible body. */
    public static final int NAME = 300;

    /** All responsible bodies of a measure. */
    public static final int BODIES = 3000;

    /** Text of a goal, measure, text block or justification. */
    public static final int TEXT = 20_000;

    private TextLimits() {}

    /**
     * The text, which must not be blank.
     *
     * @param what name of the field for the error
     * @throws IllegalArgumentException if it is blank, longer than the limit or holds NUL
     */
    public static String required(String text, int limit, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + ": must not be blank");
        }
        return optional(text, limit, what);
    }

    /**
     * The text, which may be empty.
     *
     * @param what name of the field for the error
     * @throws IllegalArgumentException if it is longer than the limit or holds NUL, which PostgreSQL cannot store
     */
    public static String optional(String text, int limit, String what) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    "%s: at most %d characters, found %d".formatted(what, limit, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + ": must not hold the character NUL");
        }
        return text;
    }
}
