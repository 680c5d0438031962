/** How an application starts, and work in the background that at most one process does at a time. */
@NullMarked
package de.kreiskonzept.foundation.job;

import org.jspecify.annotations.NullMarked;
