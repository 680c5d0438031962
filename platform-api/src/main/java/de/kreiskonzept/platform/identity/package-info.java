/** Accounts of a county: roles, sign-in, invitations, password reset, sessions. */
@NullMarked
package de.kreiskonzept.platform.identity;

import org.jspecify.annotations.NullMarked;
