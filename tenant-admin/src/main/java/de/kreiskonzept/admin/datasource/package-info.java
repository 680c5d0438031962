/** The databases in which workspaces stand: how full they are, whether they are ready, and where a new workspace goes. */
@NullMarked
package de.kreiskonzept.admin.datasource;

import org.jspecify.annotations.NullMarked;
