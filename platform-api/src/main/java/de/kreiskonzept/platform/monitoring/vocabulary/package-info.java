/** What the county calls the states of its measures, in its order, each with the colour that it stands for. */
@NullMarked
package de.kreiskonzept.platform.monitoring.vocabulary;

import org.jspecify.annotations.NullMarked;
