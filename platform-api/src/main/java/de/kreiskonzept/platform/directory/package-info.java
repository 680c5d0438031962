/** The organisations of a county: their spellings, and merging those that are one. */
@NullMarked
package de.kreiskonzept.platform.directory;

import org.jspecify.annotations.NullMarked;
