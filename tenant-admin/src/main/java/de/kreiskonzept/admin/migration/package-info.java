/** Brings the tables of all workspaces to the version of this program, beside their use, and says how far it is. */
@NullMarked
package de.kreiskonzept.admin.migration;

import org.jspecify.annotations.NullMarked;
