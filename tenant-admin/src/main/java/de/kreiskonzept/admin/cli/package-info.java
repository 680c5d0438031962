/** The provider's command line. */
@NullMarked
package de.kreiskonzept.admin.cli;

import org.jspecify.annotations.NullMarked;
