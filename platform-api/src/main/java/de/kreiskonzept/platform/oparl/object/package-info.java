/** What the objects of a county are made of, and when each of them changed last. */
@NullMarked
package de.kreiskonzept.platform.oparl.object;

import org.jspecify.annotations.NullMarked;
