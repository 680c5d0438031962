/** The catalogue of fields and themes that all counties share, and which of them a county's own name means. */
@NullMarked
package de.kreiskonzept.model.topic;

import org.jspecify.annotations.NullMarked;
