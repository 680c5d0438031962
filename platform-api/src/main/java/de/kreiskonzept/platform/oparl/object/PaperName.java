package de.kreiskonzept.platform.oparl.object;

import java.util.Map;

/**
 * What a paper is called in public.
 *
 * @param number maybe empty
 */
public record PaperName(String title, String number) {
    /** The name of a published paper. */
    public static PaperName of(Map<String, Object> paper) {
        return new PaperName(
                String.valueOf(paper.getOrDefault("name", "")), String.valueOf(paper.getOrDefault("reference", "")));
    }
}
