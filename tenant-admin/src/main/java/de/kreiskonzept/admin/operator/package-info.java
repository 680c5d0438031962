/** Accounts of the provider and their way into the console. */
@NullMarked
package de.kreiskonzept.admin.operator;

import org.jspecify.annotations.NullMarked;
