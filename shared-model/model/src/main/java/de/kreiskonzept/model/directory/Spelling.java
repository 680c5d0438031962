package de.kreiskonzept.model.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text or name without what does not matter when they are compared. */
public final class Spelling {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Spelling() {}

    /**
     * The words alone in small letters, one blank between them; ß is ss, composed and decomposed letters are the same. Abbreviations stay
     * as they are, so two names are equal here only if they are written alike.
     */
    public static String words(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String small = visible.toLowerCase(Locale.GERMAN).replace("ß", "ss");
        return NO_WORD.matcher(small).replaceAll(" ").strip();
    }
}
