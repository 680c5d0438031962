/** Mail that could not be sent: how much, for the registry and for each county, and how it is tried again. */
@NullMarked
package de.kreiskonzept.admin.mail;

import org.jspecify.annotations.NullMarked;
