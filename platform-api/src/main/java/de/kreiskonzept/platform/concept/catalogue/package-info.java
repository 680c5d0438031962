/** What the names of a county's sections mean in the catalogue of topics that all counties share. */
@NullMarked
package de.kreiskonzept.platform.concept.catalogue;

import org.jspecify.annotations.NullMarked;
