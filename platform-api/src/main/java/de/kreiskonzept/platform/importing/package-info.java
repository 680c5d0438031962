/** Brings a concept in from text and files: upload, preview with every deviation, take-over without doubles. */
@NullMarked
package de.kreiskonzept.platform.importing;

import org.jspecify.annotations.NullMarked;
