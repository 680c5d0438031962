package de.kreiskonzept.model.tenant;

import java.util.Arrays;
import java.util.Locale;

/** What a county is; German law has no common word for both. */
public enum CountyType {
    /** Landkreis, Kreis or an association of the same rank. */
    LANDKREIS,
    /** City that is a county of its own; Stadtkreis in Baden-Württemberg. */
    KREISFREIE_STADT;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "tenant.county_type." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CountyType of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown county type: " + text));
    }
}
