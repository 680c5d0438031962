/** The weekly mail that tells people what waits for them. */
@NullMarked
package de.kreiskonzept.platform.home.digest;

import org.jspecify.annotations.NullMarked;
