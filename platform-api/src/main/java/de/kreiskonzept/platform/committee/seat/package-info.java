/** Seat rules of committees, and the people who hold the seats. */
@NullMarked
package de.kreiskonzept.platform.committee.seat;

import org.jspecify.annotations.NullMarked;
