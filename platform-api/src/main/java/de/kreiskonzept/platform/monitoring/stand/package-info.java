/** A Stand: how far the measures were at a cutoff date, as it was found then and never changes. */
@NullMarked
package de.kreiskonzept.platform.monitoring.stand;

import org.jspecify.annotations.NullMarked;
