/** What a meeting leaves on paper: invitation, minutes, excerpts of them, and everything together. */
@NullMarked
package de.kreiskonzept.platform.document.meeting;

import org.jspecify.annotations.NullMarked;
