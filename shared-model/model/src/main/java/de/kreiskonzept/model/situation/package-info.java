/** Figures of a county and indicators of its concept: numbers at points in time, with what is not known said as such. */
@NullMarked
package de.kreiskonzept.model.situation;

import org.jspecify.annotations.NullMarked;
