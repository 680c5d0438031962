/** Papers for committees, what they propose, and what committees decided. */
@NullMarked
package de.kreiskonzept.model.resolution;

import org.jspecify.annotations.NullMarked;
