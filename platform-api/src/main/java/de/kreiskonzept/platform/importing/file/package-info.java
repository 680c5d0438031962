/** Reads files that people bring in (XLSX, CSV, DOCX, PDF, text) and refuses with one sentence what it cannot read safely. */
@NullMarked
package de.kreiskonzept.platform.importing.file;

import org.jspecify.annotations.NullMarked;
