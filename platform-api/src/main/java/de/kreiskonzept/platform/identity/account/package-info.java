/** The own account: second step of signing in, second factor. */
@NullMarked
package de.kreiskonzept.platform.identity.account;

import org.jspecify.annotations.NullMarked;
