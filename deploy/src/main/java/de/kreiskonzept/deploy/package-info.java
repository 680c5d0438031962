/** The local start of both applications in one process, with example counties. */
@NullMarked
package de.kreiskonzept.deploy;

import org.jspecify.annotations.NullMarked;
