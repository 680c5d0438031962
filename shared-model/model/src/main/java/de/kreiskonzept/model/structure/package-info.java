/** How a county calls and numbers the levels of its concept, and which rules it wants to keep. */
@NullMarked
package de.kreiskonzept.model.structure;

import org.jspecify.annotations.NullMarked;
