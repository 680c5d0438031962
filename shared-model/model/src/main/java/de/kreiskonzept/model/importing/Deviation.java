package de.kreiskonzept.model.importing;

/**
 * A place where a text departs from the expected shape, or that was left out of the outline.
 *
 * @param line line in the source, from 1; 0 where it concerns the whole text
 * @param excerpt words of the source, or "name: stated / found" for counts, shortened to {@link #LONGEST} characters
 */
public record Deviation(int line, DeviationKind kind, String excerpt) {
    /** Characters of the longest excerpt. */
    public static final int LONGEST = 200;

    /** Shortens the excerpt. */
    public Deviation {
        if (excerpt.length() > LONGEST) {
            int end = Character.isHighSurrogate(excerpt.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            excerpt = excerpt.substring(0, end) + "…";
        }
    }
}
