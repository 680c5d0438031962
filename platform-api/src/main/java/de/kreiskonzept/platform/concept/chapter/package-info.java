/** How the chapters of versions are stored. */
@NullMarked
package de.kreiskonzept.platform.concept.chapter;

import org.jspecify.annotations.NullMarked;
