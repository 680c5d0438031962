package de.kreiskonzept.admin.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * An account of one of the provider's people, without what only its owner knows.
 *
 * @param email in lower case
 * @param role one of {@link Roles}
 * @param active whether its owner may sign in
 * @param version rises with each change
 */
@Serdeable
@Schema(name = "OperatorAccount")
public record OperatorAccount(UUID id, String email, String name, String role, boolean active, long version) {}
