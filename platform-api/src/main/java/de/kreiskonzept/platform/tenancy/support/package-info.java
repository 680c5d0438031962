/** What the registry holds of support access: that a county lets somebody of the provider in, and who is inside. */
@NullMarked
package de.kreiskonzept.platform.tenancy.support;

import org.jspecify.annotations.NullMarked;
