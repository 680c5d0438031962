/** Gives a county back what it had at an earlier moment, out of a file, without touching others. */
@NullMarked
package de.kreiskonzept.admin.restore;

import org.jspecify.annotations.NullMarked;
