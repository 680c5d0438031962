/** The concept of a county as a tree: sections, goals, measures, text blocks, and what an import holds before it is stored. */
@NullMarked
package de.kreiskonzept.model.concept;

import org.jspecify.annotations.NullMarked;
