/** How people outside the office take part in the concept. */
@NullMarked
package de.kreiskonzept.model.participation;

import org.jspecify.annotations.NullMarked;
