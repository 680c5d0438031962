/** The colour of many measures together: the rule of the county, and what people set instead, with their reasons. */
@NullMarked
package de.kreiskonzept.platform.monitoring.aggregate;

import org.jspecify.annotations.NullMarked;
