package de.kreiskonzept.model.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an organisation is. */
public enum OrganisationKind {
    /** Office or other unit of the county itself. */
    COUNTY_OFFICE,
    /** Town or municipality of the county. */
    MUNICIPALITY,
    /** Another authority, such as a Jobcenter or a state office. */
    AUTHORITY,
    /** Welfare association or another body that carries services (Träger). */
    WELFARE,
    /** School, Volkshochschule, day-care centre. */
    EDUCATION,
    /** Association, circle of helpers, group of volunteers. */
    ASSOCIATION,
    /** Any other one. */
    OTHER;

    private static final Map<OrganisationKind, Pattern> SIGNS = signs();

    private static Map<OrganisationKind, Pattern> signs() {
        var signs = new LinkedHashMap<OrganisationKind, Pattern>();
        signs.put(MUNICIPALITY, Pattern.compile("^(?:stadt|gemeinde|große kreisstadt|stadtverwaltung) .*"));
        signs.put(
                AUTHORITY,
                Pattern.compile(".*(?:jobcenter|agentur für arbeit|polizei|ministerium|regierungspräsidium).*"));
        signs.put(
                COUNTY_OFFICE,
                Pattern.compile(
                        ".*(?:\\bamt\\b|amt\\b|landkreis|kreisverwaltung|stabsstelle|dezernat|integrationsbeauftragte).*"));
        signs.put(
                WELFARE,
                Pattern.compile(".*(?:caritas|diakoni|arbeiterwohlfahrt|\\bawo\\b|\\bdrk\\b|malteser|träger).*"));
        signs.put(EDUCATION, Pattern.compile(".*(?:schule|\\bvhs\\b|kita|kindergarten|kindertages).*"));
        signs.put(ASSOCIATION, Pattern.compile(".*(?:verein|\\be v\\b|helferkreis|ring\\b|bund\\b|initiative).*"));
        return signs;
    }

    /** What an organisation with this name probably is. */
    public static OrganisationKind guessed(String name) {
        String words = Spelling.words(name);
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(words).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    /** Text in database and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "directory.kind." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<OrganisationKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OrganisationKind of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown organisation kind: " + text));
    }
}
