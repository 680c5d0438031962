/** Process templates that a county has written itself, beside those that are shipped. */
@NullMarked
package de.kreiskonzept.platform.workflow.template;

import org.jspecify.annotations.NullMarked;
