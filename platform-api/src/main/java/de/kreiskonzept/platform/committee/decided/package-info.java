/** What committees decided, read for minutes, papers and the register alike: rows, votes in words, the decisions of a meeting. */
@NullMarked
package de.kreiskonzept.platform.committee.decided;

import org.jspecify.annotations.NullMarked;
