/** Spans of requests and their statements for who runs a collector, by OpenTelemetry; nothing of it exists where none is named. */
@NullMarked
package de.kreiskonzept.foundation.trace;

import org.jspecify.annotations.NullMarked;
