/** What a take-over adds, and what it has touched, so that it can be taken back. */
@NullMarked
package de.kreiskonzept.platform.importing.taken;

import org.jspecify.annotations.NullMarked;
