/** Conferences, and what people suggest at them. */
@NullMarked
package de.kreiskonzept.platform.participation;

import org.jspecify.annotations.NullMarked;
