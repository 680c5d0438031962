/** The concept of a county, its versions, and a version as a tree; single nodes and lists of measures have packages below. */
@NullMarked
package de.kreiskonzept.platform.concept;

import org.jspecify.annotations.NullMarked;
