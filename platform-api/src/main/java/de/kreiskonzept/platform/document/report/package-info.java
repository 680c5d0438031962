/** The Ampel document: a Stand with its texts as page, PDF, Word and Excel file, all from the same blocks. */
@NullMarked
package de.kreiskonzept.platform.document.report;

import org.jspecify.annotations.NullMarked;
