/** Indicators and figures in the product's own workbook: written, compared when they come back, stored, and taken back. */
@NullMarked
package de.kreiskonzept.platform.importing.number;

import org.jspecify.annotations.NullMarked;
