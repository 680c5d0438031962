/** Overview of all workspaces; suspends and resumes them. */
@NullMarked
package de.kreiskonzept.admin.lifecycle;

import org.jspecify.annotations.NullMarked;
