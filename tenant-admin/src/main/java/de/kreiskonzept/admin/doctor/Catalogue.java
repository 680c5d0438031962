package de.kreiskonzept.admin.doctor;

import java.util.Map;
import java.util.Set;

/**
 * Schemas and roles of workspaces that PostgreSQL has.
 *
 * @param dataSource in which they are
 * @param schemas their names
 * @param roles by name, whether the platform can take the role and nothing beyond it; of all databases of the server
 * @param rolesWithRights those that may do something in this database
 */
record Catalogue(String dataSource, Set<String> schemas, Map<String, Boolean> roles, Set<String> rolesWithRights) {}
