/** Puts papers on the agendas of the committees whose turn it is. */
@NullMarked
package de.kreiskonzept.platform.resolution.scheduling;

import org.jspecify.annotations.NullMarked;
