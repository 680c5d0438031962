package de.kreiskonzept.platform.catalogue;

import java.util.Optional;

/**
 * How a county stands to the catalogue.
 *
 * @param taken version that it works with
 * @param offer the newer one, put away or not; empty where there is none
 */
public record Standing(int taken, Optional<Offer> offer) {}
