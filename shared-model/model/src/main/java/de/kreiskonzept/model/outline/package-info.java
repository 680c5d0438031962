/** What an import or an example file holds before it is in the database: a concept as a tree of plain records. */
@NullMarked
package de.kreiskonzept.model.outline;

import org.jspecify.annotations.NullMarked;
