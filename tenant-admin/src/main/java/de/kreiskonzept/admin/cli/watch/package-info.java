/** Commands by which one watches over the whole installation. */
@NullMarked
package de.kreiskonzept.admin.cli.watch;

import org.jspecify.annotations.NullMarked;
