/** Which connection of which database a county gets. */
@NullMarked
package de.kreiskonzept.platform.tenancy.lane;

import org.jspecify.annotations.NullMarked;
