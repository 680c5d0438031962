/** Committees, the seats that their rules give them, and who holds these. */
@NullMarked
package de.kreiskonzept.model.committee;

import org.jspecify.annotations.NullMarked;
