/** Papers for committees: written from the concept or a Stand, sent with fixed attachments, edition after edition. */
@NullMarked
package de.kreiskonzept.platform.resolution;

import org.jspecify.annotations.NullMarked;
