/** Participation on a draft: invited people and networks read it by a link, say what they think of it, and get an answer. */
@NullMarked
package de.kreiskonzept.platform.participation.draft;

import org.jspecify.annotations.NullMarked;
