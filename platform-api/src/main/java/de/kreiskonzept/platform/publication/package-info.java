/** What a county shows to anybody: its published concept and its released Stand, as pages and as open data, without a cookie. */
@NullMarked
package de.kreiskonzept.platform.publication;

import org.jspecify.annotations.NullMarked;
