/** Builds the workspace of an approved county in committed steps that a crash cannot break. */
@NullMarked
package de.kreiskonzept.admin.provisioning;

import org.jspecify.annotations.NullMarked;
