/** Reads a concept from tables: cells with their places, what a column means, rows to an outline. */
@NullMarked
package de.kreiskonzept.model.importing.table;

import org.jspecify.annotations.NullMarked;
