/** Measures across the tree: the table with its filters, and the page of one measure. */
@NullMarked
package de.kreiskonzept.platform.concept.measure;

import org.jspecify.annotations.NullMarked;
