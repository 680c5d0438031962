/** The guided start: checklists as data, answers and what they propose; warnings advise and never stand in the way. */
@NullMarked
package de.kreiskonzept.model.onboarding;

import org.jspecify.annotations.NullMarked;
