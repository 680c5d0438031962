package de.kreiskonzept.model.lineage;

import java.util.UUID;

/**
 * A part of an old version lives on in a part of a new one.
 *
 * @param predecessor id in the old version
 * @param successor id in the new version
 */
public record Descent(UUID predecessor, UUID successor) {}
