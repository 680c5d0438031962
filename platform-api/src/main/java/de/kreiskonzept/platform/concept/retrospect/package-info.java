/** What a version says of the goals of the version it is based on: how far they were reached. */
@NullMarked
package de.kreiskonzept.platform.concept.retrospect;

import org.jspecify.annotations.NullMarked;
