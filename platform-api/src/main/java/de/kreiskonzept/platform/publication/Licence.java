package de.kreiskonzept.platform.publication;

import java.util.Arrays;
import java.util.Optional;

/** Under which conditions anybody may use the open data (GovData: licences of DCAT-AP.de). */
public enum Licence {
    /** Datenlizenz Deutschland, Namensnennung. */
    DL_DE_BY(
            "dl-by-de/2.0",
            "https://www.govdata.de/dl-de/by-2-0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0"),
    /** Datenlizenz Deutschland, Zero. */
    DL_DE_ZERO(
            "dl-zero-de/2.0", "https://www.govdata.de/dl-de/zero-2-0", "Datenlizenz Deutschland – Zero – Version 2.0"),
    /** Creative Commons, attribution. */
    CC_BY(
            "cc-by/4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.de",
            "Creative Commons Namensnennung 4.0 International"),
    /** Creative Commons, public domain. */
    CC_ZERO("cc-zero", "https://creativecommons.org/publicdomain/zero/1.0/deed.de", "Creative Commons CC0 1.0");

    private static final String VOCABULARY = "http://dcat-ap.de/def/licenses/";

    private final String text;
    private final String address;
    private final String title;

    Licence(String text, String address, String title) {
        this.text = text;
        this.address = address;
        this.title = title;
    }

    /** Text in the database: the code of DCAT-AP.de. */
    public String text() {
        return text;
    }

    /** Where its words stand. */
    public String address() {
        return address;
    }

    /** Its name, which is the same in all languages. */
    public String title() {
        return title;
    }

    /** Its name in the vocabulary of DCAT-AP.de. */
    String uri() {
        return VOCABULARY + text;
    }

    /** The licence with exactly this {@link #text()}. */
    static Optional<Licence> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
