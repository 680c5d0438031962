/** Reporting rounds: which bodies are asked about which measures until when, by mail with a personal link. */
@NullMarked
package de.kreiskonzept.platform.monitoring.round;

import org.jspecify.annotations.NullMarked;
