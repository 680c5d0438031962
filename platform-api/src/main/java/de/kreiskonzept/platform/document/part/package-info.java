/** Parts of papers that stand for themselves. */
@NullMarked
package de.kreiskonzept.platform.document.part;

import org.jspecify.annotations.NullMarked;
