/** Four questions to a version: where its focal points are, where nothing is planned, where many work, where something moves. */
@NullMarked
package de.kreiskonzept.platform.concept.question;

import org.jspecify.annotations.NullMarked;
