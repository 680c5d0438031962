/** The process that a county goes: its steps with dates and states, from a template or by hand. */
@NullMarked
package de.kreiskonzept.platform.workflow;

import org.jspecify.annotations.NullMarked;
