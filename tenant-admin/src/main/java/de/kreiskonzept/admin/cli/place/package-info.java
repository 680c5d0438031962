/** Commands about where workspaces stand: databases, and moves between them. */
@NullMarked
package de.kreiskonzept.admin.cli.place;

import org.jspecify.annotations.NullMarked;
