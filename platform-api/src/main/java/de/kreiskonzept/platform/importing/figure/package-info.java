/** Takes figures out of a table: a preview first, then all of it or nothing. */
@NullMarked
package de.kreiskonzept.platform.importing.figure;

import org.jspecify.annotations.NullMarked;
