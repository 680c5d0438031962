/** What can be found out about a version: the list of checks, and what people say about each goal. */
@NullMarked
package de.kreiskonzept.platform.concept.check;

import org.jspecify.annotations.NullMarked;
