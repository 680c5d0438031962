package de.kreiskonzept.platform.concept.together;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One change of a history for programs.
 *
 * @param what created, changed, deleted or restored
 * @param field empty unless changed
 * @param before old value, maybe empty; ids of goals stand in lines
 * @param changedBy name of the account today
 * @param version of the part since then
 */
@Serdeable
@Schema(name = "FieldChange")
public record ChangeView(
        String id,
        String what,
        String field,
        String before,
        String after,
        Instant changedAt,
        String changedBy,
        long version) {}
