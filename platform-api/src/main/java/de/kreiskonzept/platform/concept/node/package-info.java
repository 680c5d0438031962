/** One node of the tree, be it section, goal, measure or text: its form, its place among the others, its deletion. */
@NullMarked
package de.kreiskonzept.platform.concept.node;

import org.jspecify.annotations.NullMarked;
