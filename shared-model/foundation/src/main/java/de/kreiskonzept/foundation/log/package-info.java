/** Lines of the log that can be followed from one request to its causes, and that name nobody. */
@NullMarked
package de.kreiskonzept.foundation.log;

import org.jspecify.annotations.NullMarked;
