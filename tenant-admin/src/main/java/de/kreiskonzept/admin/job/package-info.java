/** What works or has failed across the whole installation, read of the registry alone. */
@NullMarked
package de.kreiskonzept.admin.job;

import org.jspecify.annotations.NullMarked;
