package de.kreiskonzept.admin.registry;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Leaves the registry alone in processes that a test starts many of: it has brought it to this version itself. */
@Singleton
@Replaces(RegistryMigration.class)
@Requires(property = "test.registry-is-current")
final class RegistryAsItIs {}
