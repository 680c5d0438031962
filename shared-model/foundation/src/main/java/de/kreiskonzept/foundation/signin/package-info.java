/** Pieces of sign-in without a word of the county or the provider: passwords, tickets, tokens, sessions, forms' secrets. */
@NullMarked
package de.kreiskonzept.foundation.signin;

import org.jspecify.annotations.NullMarked;
