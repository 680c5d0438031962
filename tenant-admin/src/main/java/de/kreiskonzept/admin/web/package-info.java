/** What all pages of the console share: frame, navigation, local mailbox. */
@NullMarked
package de.kreiskonzept.admin.web;

import org.jspecify.annotations.NullMarked;
