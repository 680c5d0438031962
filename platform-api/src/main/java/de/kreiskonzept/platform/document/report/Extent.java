package de.kreiskonzept.platform.document.report;

import java.util.Locale;

/** How much stands in an Ampel document. */
enum Extent {
    /** Texts, results and goals. */
    SHORT,
    /** All that and every measure with its light and the words about it. */
    LONG;

    /** The extent of this name in an address; the short one for any other. */
    static Extent of(String text) {
        return LONG.text().equals(text) ? LONG : SHORT;
    }

    /** Name in addresses. */
    String text() {
        return this == LONG ? "lang" : "kurz";
    }

    /** Key of the German word in the message files. */
    String wordKey() {
        return "report.extent." + name().toLowerCase(Locale.ROOT);
    }
}
