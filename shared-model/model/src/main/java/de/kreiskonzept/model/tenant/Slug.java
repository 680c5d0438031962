package de.kreiskonzept.model.tenant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * First path segment under which the pages of a county live, such as {@code konstanz}.
 *
 * @param text lower case letters a to z and digits, parts joined by single '-'; at most 60 characters, none of {@link #RESERVED}
 */
public record Slug(String text) {
    /** First path segments that belong to the application itself. */
    public static final Set<String> RESERVED = Set.of(
            "abmelden",
            "aktualisierung",
            "anmelden",
            "antraege",
            "api",
            "arbeiten",
            "arbeitsbereiche",
            "assets",
            "datenbankserver",
            "health",
            "katalog",
            "konsole",
            "konten",
            "konto",
            "metrics",
            "mitteilungen",
            "oeffentlich",
            "openapi.json",
            "postfach",
            "problems",
            "protokoll",
            "pruefung",
            "registrieren",
            "uebernahme");

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 60;

    /** @throws IllegalArgumentException if it has another shape or is reserved */
    public Slug {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a slug of a county: " + text);
        }
        if (RESERVED.contains(text)) {
            throw new IllegalArgumentException("Reserved as first path segment: " + text);
        }
    }

    /**
     * Slug of a name: ä becomes ae, ß becomes ss, other accents go, everything else becomes '-'.
     *
     * @throws IllegalArgumentException if nothing is left or the result is reserved
     */
    public static Slug of(String name) {
        String spelled = name.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String plain = ACCENTS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD))
                .replaceAll("");
        String joined = OTHERS.matcher(plain).replaceAll("-");
        int from = joined.startsWith("-") ? 1 : 0;
        int to = joined.endsWith("-") && joined.length() > from ? joined.length() - 1 : joined.length();
        return new Slug(joined.substring(from, to));
    }

    @Override
    public String toString() {
        return text;
    }
}
