/** Images and PDF files that show how far a measure is, at an answer of a body and at the assessment that it became. */
@NullMarked
package de.kreiskonzept.platform.monitoring.evidence;

import org.jspecify.annotations.NullMarked;
