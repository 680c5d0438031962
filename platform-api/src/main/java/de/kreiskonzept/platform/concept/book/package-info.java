/** The concept as a document: which chapters a version has, in which order, and what stands in them. */
@NullMarked
package de.kreiskonzept.platform.concept.book;

import org.jspecify.annotations.NullMarked;
