/** Support access as the console sees it: that a county lets somebody in, and the ticket with which a person of the provider enters. */
@NullMarked
package de.kreiskonzept.admin.support;

import org.jspecify.annotations.NullMarked;
