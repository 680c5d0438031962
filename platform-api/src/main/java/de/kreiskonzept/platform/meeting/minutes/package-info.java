/** Minutes of meetings: written from agenda, attendance and notes, sent round for remarks, approved, and then kept as they are. */
@NullMarked
package de.kreiskonzept.platform.meeting.minutes;

import org.jspecify.annotations.NullMarked;
