/** The guided start: a county answers the questions of a checklist, one page each, and sees how far it is. */
@NullMarked
package de.kreiskonzept.platform.onboarding;

import org.jspecify.annotations.NullMarked;
