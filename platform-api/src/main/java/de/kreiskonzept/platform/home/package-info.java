/** Where people begin: the start page of a county and the entry to all of them. */
@NullMarked
package de.kreiskonzept.platform.home;

import org.jspecify.annotations.NullMarked;
