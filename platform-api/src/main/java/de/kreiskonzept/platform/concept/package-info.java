/** The concept of a county as a tree that people read and edit: versions, sections, goals, measures, texts. */
@NullMarked
package de.kreiskonzept.platform.concept;

import org.jspecify.annotations.NullMarked;
