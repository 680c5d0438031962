/** Under which item of which meeting a committee deals with a paper. */
@NullMarked
package de.kreiskonzept.platform.resolution.agenda;

import org.jspecify.annotations.NullMarked;
