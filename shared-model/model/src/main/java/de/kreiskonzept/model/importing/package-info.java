/** Reads a concept from plain text and reports every place where the text departs from the expected shape. */
@NullMarked
package de.kreiskonzept.model.importing;

import org.jspecify.annotations.NullMarked;
