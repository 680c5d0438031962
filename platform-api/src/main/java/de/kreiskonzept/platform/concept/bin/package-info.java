/** Parts of the concept that were deleted and can come back for 30 days. */
@NullMarked
package de.kreiskonzept.platform.concept.bin;

import org.jspecify.annotations.NullMarked;
