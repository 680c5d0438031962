/** A calendar that people subscribe to by a link of their own. */
@NullMarked
package de.kreiskonzept.platform.home.calendar;

import org.jspecify.annotations.NullMarked;
