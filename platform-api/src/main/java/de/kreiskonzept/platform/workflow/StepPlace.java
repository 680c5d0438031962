package de.kreiskonzept.platform.workflow;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.PathVariable;
import java.util.UUID;

/**
 * Which step an address names.
 *
 * @param id of the process
 */
@Introspected
record StepPlace(
        @PathVariable String county,
        @PathVariable UUID id,
        @PathVariable UUID step) {}
