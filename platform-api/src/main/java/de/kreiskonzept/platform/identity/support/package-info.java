/** Support access: the admin lets somebody of the provider in for a time, the visitor comes and goes, and may do little (decision 031). */
@NullMarked
package de.kreiskonzept.platform.identity.support;

import org.jspecify.annotations.NullMarked;
