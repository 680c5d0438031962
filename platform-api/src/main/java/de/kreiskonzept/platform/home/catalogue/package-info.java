/** The page on which a county decides about a newer version of the catalogue, and the same for programs. */
@NullMarked
package de.kreiskonzept.platform.home.catalogue;

import org.jspecify.annotations.NullMarked;
