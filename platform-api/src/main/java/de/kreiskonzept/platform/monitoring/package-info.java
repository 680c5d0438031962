/** Lights of measures with their history, and the Ampel that they add up to. */
@NullMarked
package de.kreiskonzept.platform.monitoring;

import org.jspecify.annotations.NullMarked;
