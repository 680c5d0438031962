/** Who is writing in which form of the concept, and what was typed there and not saved yet. */
@NullMarked
package de.kreiskonzept.platform.concept.writing;

import org.jspecify.annotations.NullMarked;
