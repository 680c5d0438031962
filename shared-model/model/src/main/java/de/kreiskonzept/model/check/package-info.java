/** What can be found out about a concept by reading it: gaps, doubles, counts that differ, and what people say about a goal. */
@NullMarked
package de.kreiskonzept.model.check;

import org.jspecify.annotations.NullMarked;
