package de.kreiskonzept.platform.publication;

import de.kreiskonzept.model.concept.TextLimits;

/**
 * What the lead says on the public page besides concept and Stand.
 *
 * @param plainText in plain language, Markdown, maybe empty
 * @param statement what is not accessible yet, Markdown, maybe empty
 * @param email where reports of barriers go; empty for the accounts of the lead
 * @param version 0 where nothing was said yet
 */
public record Settings(String plainText, Licence licence, String statement, String email, long version) {
    static final Settings NONE = new Settings("", Licence.DL_DE_BY, "", "", 0);

    /** @throws IllegalArgumentException if a limit is not kept */
    public Settings {
        TextLimits.optional(plainText, TextLimits.TEXT, "plainText");
        TextLimits.optional(statement, TextLimits.TEXT, "statement");
    }
}
