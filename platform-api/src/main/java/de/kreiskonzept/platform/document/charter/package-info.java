/** Papers that come from the answers of the guided start: project charter, process design, letter to begin with. */
@NullMarked
package de.kreiskonzept.platform.document.charter;

import org.jspecify.annotations.NullMarked;
