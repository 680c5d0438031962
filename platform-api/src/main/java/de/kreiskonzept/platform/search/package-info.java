/** Finds words in what the county has written, and shows each hit at its place. */
@NullMarked
package de.kreiskonzept.platform.search;

import org.jspecify.annotations.NullMarked;
