/** PDF files that anyone can read for as long as they are kept. */
@NullMarked
package de.kreiskonzept.foundation.pdf;

import org.jspecify.annotations.NullMarked;
