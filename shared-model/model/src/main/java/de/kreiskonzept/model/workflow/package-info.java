/** The process from the mandate to the adopted concept: templates with their steps; the order does not depend on the dates. */
@NullMarked
package de.kreiskonzept.model.workflow;

import org.jspecify.annotations.NullMarked;
