package de.kreiskonzept.foundation.web;

import java.util.Locale;

/**
 * A message of the application above the content, for example after a form was saved.
 *
 * @param kind decides colour, icon and how urgently a screen reader speaks it
 * @param title one short sentence, never empty
 * @param text details; empty when the title says all
 */
public record Notice(Kind kind, String title, String text) {

    /** How a notice is meant. */
    public enum Kind {
        SUCCESS,
        INFO,
        WARNING,
        DANGER;

        /** Returns the name as the style sheet writes it, for example {@code success}. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the kind with this name of the style sheet; there has to be one. */
        public static Kind of(String css) {
            return valueOf(css.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns the confirmation that something was done. */
    public static Notice success(String title) {
        return new Notice(Kind.SUCCESS, title, "");
    }
}
