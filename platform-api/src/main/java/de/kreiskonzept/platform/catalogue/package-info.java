/** Which version of the catalogue a county works with, and the newer one that it is offered. */
@NullMarked
package de.kreiskonzept.platform.catalogue;

import org.jspecify.annotations.NullMarked;
