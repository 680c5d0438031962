/** Meetings of committees: when they are, what stands on their agenda, and in which order they come to their end. */
@NullMarked
package de.kreiskonzept.model.meeting;

import org.jspecify.annotations.NullMarked;
