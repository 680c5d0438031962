/** Which editors may change which section or measure: the one rule, and the pages and operations that assign them. */
@NullMarked
package de.kreiskonzept.platform.concept.editor;

import org.jspecify.annotations.NullMarked;
