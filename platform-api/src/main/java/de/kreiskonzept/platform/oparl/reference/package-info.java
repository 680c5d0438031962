/** References to meetings and papers of another council information system, brought in from a file (OParl 1.1). */
@NullMarked
package de.kreiskonzept.platform.oparl.reference;

import org.jspecify.annotations.NullMarked;
