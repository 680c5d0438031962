package de.kreiskonzept.platform.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.ReasonClass;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history as programs read it.
 *
 * @param light green, yellow, red or grey
 * @param status name under which the light was given, empty for the word of the colour
 * @param reason class of reason, null for none
 * @param justification maybe empty
 * @param assessedBy name of the person at that time
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Assessment")
record AssessmentView(
        String id,
        String measureId,
        String light,
        String status,
        @Nullable String reason,
        String justification,
        Instant assessedAt,
        String assessedBy) {

    static AssessmentView of(de.kreiskonzept.model.monitoring.Assessment assessment) {
        ReasonClass reason = assessment.reason();
        return new AssessmentView(
                assessment.id().toString(),
                assessment.measureId().toString(),
                assessment.light().text(),
                assessment.status(),
                reason == null ? null : reason.text(),
                assessment.justification(),
                assessment.assessedAt(),
                assessment.accountName());
    }
}
