/** The items of a meeting: added, changed, moved, carried over from earlier meetings, or begun from a template. */
@NullMarked
package de.kreiskonzept.platform.meeting.agenda;

import org.jspecify.annotations.NullMarked;
