/** The clock that everything reads, and how its days are written. */
@NullMarked
package de.kreiskonzept.foundation.time;

import org.jspecify.annotations.NullMarked;
