/** The versions of what counties begin with: topics, questions of the guided start, process templates; and what differs between two. */
@NullMarked
package de.kreiskonzept.model.catalogue;

import org.jspecify.annotations.NullMarked;
