/** The summary of a comment round as a file: how much was said to which part, and what the county answers. */
@NullMarked
package de.kreiskonzept.platform.document.comments;

import org.jspecify.annotations.NullMarked;
