/** What became of indicators and figures: their history as pages and for programs. */
@NullMarked
package de.kreiskonzept.platform.situation.together;

import org.jspecify.annotations.NullMarked;
