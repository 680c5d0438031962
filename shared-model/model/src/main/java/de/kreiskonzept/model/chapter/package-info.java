/** The chapters of a concept as a document: their order, what is written in them and what comes from data. */
@NullMarked
package de.kreiskonzept.model.chapter;

import org.jspecify.annotations.NullMarked;
