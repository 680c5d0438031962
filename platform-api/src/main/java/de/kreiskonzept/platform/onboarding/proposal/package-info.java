/** Answers act: what they propose is listed, and after one confirmation created or changed, each linked to its answer. */
@NullMarked
package de.kreiskonzept.platform.onboarding.proposal;

import org.jspecify.annotations.NullMarked;
