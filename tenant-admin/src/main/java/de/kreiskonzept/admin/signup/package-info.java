/** How a county asks for a workspace and how the provider decides. */
@NullMarked
package de.kreiskonzept.admin.signup;

import org.jspecify.annotations.NullMarked;
