/** What became of the parts of one version in another one. */
@NullMarked
package de.kreiskonzept.model.lineage;

import org.jspecify.annotations.NullMarked;
