/** The own account of the provider's people: second step of signing in, second factor. */
@NullMarked
package de.kreiskonzept.admin.account;

import org.jspecify.annotations.NullMarked;
