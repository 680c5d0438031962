/** Files that people take away: what a page shows as a spreadsheet or as text. */
@NullMarked
package de.kreiskonzept.platform.document;

import org.jspecify.annotations.NullMarked;
