/** Which mails the people of a county want. */
@NullMarked
package de.kreiskonzept.platform.identity.notice;

import org.jspecify.annotations.NullMarked;
