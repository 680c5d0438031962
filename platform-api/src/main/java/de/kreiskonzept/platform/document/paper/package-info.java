/** A small model of what stands on paper, and how it becomes a PDF, a Word or an Excel file. It knows nothing of concepts. */
@NullMarked
package de.kreiskonzept.platform.document.paper;

import org.jspecify.annotations.NullMarked;
