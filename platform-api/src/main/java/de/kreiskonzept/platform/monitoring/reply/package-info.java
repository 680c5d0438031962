/** Answers of bodies to a reporting round, by their personal link or by a lead for them, and what becomes of the answers. */
@NullMarked
package de.kreiskonzept.platform.monitoring.reply;

import org.jspecify.annotations.NullMarked;
