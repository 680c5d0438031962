/** The way of a paper through the committees: turns, results, votes, and the adoption that follows from the authoritative one. */
@NullMarked
package de.kreiskonzept.platform.resolution.chain;

import org.jspecify.annotations.NullMarked;
