/** How measures are assessed and how assessments add up. */
@NullMarked
package de.kreiskonzept.model.monitoring;

import org.jspecify.annotations.NullMarked;
