package de.kreiskonzept.admin.migration;

import java.util.UUID;

/**
 * A workspace that a migration has set aside.
 *
 * @param name of the county
 * @param reason SQLSTATE and names of table and constraint, or the changeset that does not fit; nothing of the content
 */
public record MigrationFailure(UUID tenantId, String name, String reason) {}
