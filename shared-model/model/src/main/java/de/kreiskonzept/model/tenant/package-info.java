/** The counties of Germany and the states of their workspaces. */
@NullMarked
package de.kreiskonzept.model.tenant;

import org.jspecify.annotations.NullMarked;
