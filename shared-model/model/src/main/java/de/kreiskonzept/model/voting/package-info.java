/** How committees decide: counted votes, the majority and the quorum they need, and what follows for a paper from body to body. */
@NullMarked
package de.kreiskonzept.model.voting;

import org.jspecify.annotations.NullMarked;
