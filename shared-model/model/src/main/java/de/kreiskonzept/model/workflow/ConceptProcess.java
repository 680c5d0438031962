package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The process in which a county writes, revises or monitors its concept.
 *
 * @param title not blank
 * @param template key of the template it began with
 * @param begin month in which its first month falls
 */
public record ConceptProcess(
        UUID id, String title, String template, YearMonth begin, Instant createdAt, Instant modifiedAt, long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public ConceptProcess {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.required(template, TextLimits.NAME, "template");
    }

    /** The process with another title and beginning. */
    public ConceptProcess changed(String nextTitle, YearMonth nextBegin, Instant now) {
        return new ConceptProcess(id, nextTitle, template, nextBegin, createdAt, now, version);
    }
}
