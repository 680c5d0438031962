/** Files that prove the answers of the guided start. */
@NullMarked
package de.kreiskonzept.platform.onboarding.evidence;

import org.jspecify.annotations.NullMarked;
