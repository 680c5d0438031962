/** The rows of the product's own table beside those of a stored version: what an edited file that comes back changes. */
@NullMarked
package de.kreiskonzept.platform.importing.sheet;

import org.jspecify.annotations.NullMarked;
