/** The concept of a county as a tree: sections, goals, measures and text blocks. */
@NullMarked
package de.kreiskonzept.model.concept;

import org.jspecify.annotations.NullMarked;
