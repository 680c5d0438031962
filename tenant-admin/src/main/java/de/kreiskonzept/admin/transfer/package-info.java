/** Writes all that a county has stored into one file of open formats, and makes a workspace of such a file. */
@NullMarked
package de.kreiskonzept.admin.transfer;

import org.jspecify.annotations.NullMarked;
