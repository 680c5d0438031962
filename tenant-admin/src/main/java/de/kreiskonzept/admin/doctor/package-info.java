/** Holds every workspace against its expected shape, and the registry against what is truly there; repairs what is safe. */
@NullMarked
package de.kreiskonzept.admin.doctor;

import org.jspecify.annotations.NullMarked;
