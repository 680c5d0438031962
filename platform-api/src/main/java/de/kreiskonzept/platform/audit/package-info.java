/** The trail of the county: who did what, for its admin. */
@NullMarked
package de.kreiskonzept.platform.audit;

import org.jspecify.annotations.NullMarked;
