/** The versions of the catalogue, and which of them counties are offered. */
@NullMarked
package de.kreiskonzept.admin.catalogue;

import org.jspecify.annotations.NullMarked;
