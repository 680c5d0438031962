/** What became of every field of the concept, who changed it and when, and how two texts differ word by word. */
@NullMarked
package de.kreiskonzept.platform.concept.history;

import org.jspecify.annotations.NullMarked;
