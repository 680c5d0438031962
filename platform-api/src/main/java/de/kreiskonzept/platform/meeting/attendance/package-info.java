/** Who is asked to a meeting, who comes, who was there, and whether the committee could decide. */
@NullMarked
package de.kreiskonzept.platform.meeting.attendance;

import org.jspecify.annotations.NullMarked;
