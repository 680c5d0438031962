/** What a route says of itself by its method and its annotations, and the threads on which filters wait. */
@NullMarked
package de.kreiskonzept.foundation.route;

import org.jspecify.annotations.NullMarked;
