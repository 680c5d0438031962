/** The life of versions: steps up to adoption, revisions, where their parts come from, and what changed between two of them. */
@NullMarked
package de.kreiskonzept.platform.concept.version;

import org.jspecify.annotations.NullMarked;
