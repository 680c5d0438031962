/** Who is concerned by the concept and can help or hinder it: a list, a matrix and a log of talks. */
@NullMarked
package de.kreiskonzept.platform.onboarding.stakeholder;

import org.jspecify.annotations.NullMarked;
