/** How people learn of a meeting: mail to everybody with a seat, an entry for their calendars, and word when it is cancelled. */
@NullMarked
package de.kreiskonzept.platform.meeting.invitation;

import org.jspecify.annotations.NullMarked;
