/** The second factor: codes of an app (RFC 6238), recovery codes, what people do with them, and what is closed without them. */
@NullMarked
package de.kreiskonzept.foundation.secondfactor;

import org.jspecify.annotations.NullMarked;
