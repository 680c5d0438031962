/** Papers, turns and decisions for programs. */
@NullMarked
package de.kreiskonzept.platform.resolution.program;

import org.jspecify.annotations.NullMarked;
