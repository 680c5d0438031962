/** What the provider tells a county: the page of it, putting a hint away, and the same for programs. */
@NullMarked
package de.kreiskonzept.platform.home.announcement;

import org.jspecify.annotations.NullMarked;
