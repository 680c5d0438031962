package de.kreiskonzept.model.importing;

import java.util.Locale;

/**
 * The input is no text and nothing was read from it.
 *
 * @param why what was found
 * @param position of the first fault, in bytes of a file or characters of a string, from 0
 */
public record NotText(Why why, int position) implements Reading {
    /** What makes an input no text. */
    public enum Why {
        /** The character NUL, as in images, archives and office documents. */
        NUL,
        /** Bytes that are neither UTF-8 nor, announced by a byte order mark, UTF-16. */
        UNDECODABLE;

        /** Key of the German sentence in the message files. */
        public String wordKey() {
            return "importing.not_text." + name().toLowerCase(Locale.ROOT);
        }
    }
}
