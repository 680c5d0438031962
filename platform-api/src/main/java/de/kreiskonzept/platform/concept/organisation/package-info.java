/** The organisations of a county beside the measures that name them. */
@NullMarked
package de.kreiskonzept.platform.concept.organisation;

import org.jspecify.annotations.NullMarked;
