/** Reads the files that hold rules and words as data, and names the line of what it cannot read. */
@NullMarked
package de.kreiskonzept.model.yaml;

import org.jspecify.annotations.NullMarked;
