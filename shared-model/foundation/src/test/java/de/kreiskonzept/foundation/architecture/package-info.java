/** Rules of the architecture that the tests of every module use. */
@NullMarked
package de.kreiskonzept.foundation.architecture;

import org.jspecify.annotations.NullMarked;
