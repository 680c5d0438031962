/** The end of a county's data: what is settled before, the waiting time, the removal of everything, and the proof of it. */
@NullMarked
package de.kreiskonzept.admin.deletion;

import org.jspecify.annotations.NullMarked;
