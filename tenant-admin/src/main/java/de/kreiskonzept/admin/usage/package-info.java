/** Figures of the whole installation for whoever watches over it: numbers of workspaces, never which. */
@NullMarked
package de.kreiskonzept.admin.usage;

import org.jspecify.annotations.NullMarked;
