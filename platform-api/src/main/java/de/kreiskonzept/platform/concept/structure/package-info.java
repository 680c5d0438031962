/** How the levels of a version are called and numbered, and which rules it keeps. */
@NullMarked
package de.kreiskonzept.platform.concept.structure;

import org.jspecify.annotations.NullMarked;
