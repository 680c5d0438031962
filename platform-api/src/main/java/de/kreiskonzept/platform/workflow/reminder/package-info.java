/** Mails that remind people of the steps they look after. */
@NullMarked
package de.kreiskonzept.platform.workflow.reminder;

import org.jspecify.annotations.NullMarked;
