package de.kreiskonzept.admin.support;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * That a county lets somebody of the provider in now. What is to be looked at is told in the workspace alone.
 *
 * @param writing whether something may be changed, too
 * @param until end of the grant, unless the county ends it before
 */
@Serdeable
@Schema(name = "OpenSupportGrant")
public record OpenGrant(UUID id, boolean writing, OffsetDateTime until) {}
