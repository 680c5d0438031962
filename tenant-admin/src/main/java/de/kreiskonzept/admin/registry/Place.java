package de.kreiskonzept.admin.registry;

/**
 * Where a workspace stands.
 *
 * @param dataSource name of the database
 * @param schema name of schema and role in it
 */
public record Place(String dataSource, String schema) {}
