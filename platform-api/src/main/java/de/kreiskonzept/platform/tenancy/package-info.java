/** Finds the county of a request once, binds every transaction to its workspace, and lets nothing pass without. */
@NullMarked
package de.kreiskonzept.platform.tenancy;

import org.jspecify.annotations.NullMarked;
