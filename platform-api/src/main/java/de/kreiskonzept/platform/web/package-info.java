/** The frame of a county's pages: its name, its navigation, who is signed in. */
@NullMarked
package de.kreiskonzept.platform.web;

import org.jspecify.annotations.NullMarked;
