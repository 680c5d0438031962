/** What people write about a Stand, part by part, beginning with what its data say. */
@NullMarked
package de.kreiskonzept.platform.monitoring.narrative;

import org.jspecify.annotations.NullMarked;
