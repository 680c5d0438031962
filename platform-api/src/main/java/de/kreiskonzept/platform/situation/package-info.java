/** Indicators of goals and measures with their series, and figures of the chapters. */
@NullMarked
package de.kreiskonzept.platform.situation;

import org.jspecify.annotations.NullMarked;
