/** The committees of a county: their structure as chart and list, and each with its seats on a day. */
@NullMarked
package de.kreiskonzept.platform.committee;

import org.jspecify.annotations.NullMarked;
