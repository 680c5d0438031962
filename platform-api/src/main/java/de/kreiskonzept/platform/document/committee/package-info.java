/** The seats of all committees as a table in a file. */
@NullMarked
package de.kreiskonzept.platform.document.committee;

import org.jspecify.annotations.NullMarked;
