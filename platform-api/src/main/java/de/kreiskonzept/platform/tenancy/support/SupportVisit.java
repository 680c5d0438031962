package de.kreiskonzept.platform.tenancy.support;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of the provider was inside. Moments are in the time zone of the installation.
 *
 * @param visitor name of the person
 * @param leftAt null where the person has not left by itself
 */
@Serdeable
@Schema(name = "SupportVisit")
public record SupportVisit(
        String visitor, OffsetDateTime enteredAt, @Nullable OffsetDateTime leftAt) {}
