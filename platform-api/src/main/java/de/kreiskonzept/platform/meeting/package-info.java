/** The meetings of committees: planned one by one or as a series, with their agenda, until they are closed or cancelled. */
@NullMarked
package de.kreiskonzept.platform.meeting;

import org.jspecify.annotations.NullMarked;
