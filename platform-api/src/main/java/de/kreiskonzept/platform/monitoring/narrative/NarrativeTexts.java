package de.kreiskonzept.platform.monitoring.narrative;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.TextLimits;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The four texts of one part, in Markdown, each maybe empty.
 *
 * @param summary how the part stands
 * @param narrative what has happened
 * @param highlights what went well
 * @param notPursued what was not pursued, and why
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "NarrativeTexts")
public record NarrativeTexts(String summary, String narrative, String highlights, String notPursued) {
    /** Nothing is said. */
    static final NarrativeTexts NONE = new NarrativeTexts("", "", "", "");

    /** @throws IllegalArgumentException if a limit is not kept */
    public NarrativeTexts {
        TextLimits.optional(summary, TextLimits.TEXT, "summary");
        TextLimits.optional(narrative, TextLimits.TEXT, "narrative");
        TextLimits.optional(highlights, TextLimits.TEXT, "highlights");
        TextLimits.optional(notPursued, TextLimits.TEXT, "notPursued");
    }
}
