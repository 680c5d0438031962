/** The ways in: people by password and code on two pages, programs by both at once. */
@NullMarked
package de.kreiskonzept.foundation.entrance;

import org.jspecify.annotations.NullMarked;
