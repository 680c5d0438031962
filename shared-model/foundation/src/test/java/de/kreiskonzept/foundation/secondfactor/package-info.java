/** Tests of the second factor. */
@NullMarked
package de.kreiskonzept.foundation.secondfactor;

import org.jspecify.annotations.NullMarked;
