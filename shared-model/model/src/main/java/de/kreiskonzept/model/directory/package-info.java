/** The organisations that a county names in its concept, and when two spellings may mean the same one. */
@NullMarked
package de.kreiskonzept.model.directory;

import org.jspecify.annotations.NullMarked;
