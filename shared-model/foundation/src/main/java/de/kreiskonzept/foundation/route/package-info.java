/** What a route says of itself by its method and its annotations. */
@NullMarked
package de.kreiskonzept.foundation.route;

import org.jspecify.annotations.NullMarked;
