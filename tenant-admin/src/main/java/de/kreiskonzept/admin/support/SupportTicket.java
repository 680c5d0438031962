package de.kreiskonzept.admin.support;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/**
 * Opens a workspace once.
 *
 * @param address of the platform; told once, only a hash of its secret is kept
 * @param until when it has to be opened
 */
@Serdeable
@Schema(name = "SupportTicket")
public record SupportTicket(String address, OffsetDateTime until) {}
