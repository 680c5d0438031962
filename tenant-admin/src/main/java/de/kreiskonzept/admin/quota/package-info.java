/** What the provider has agreed with each county on how much it may use. */
@NullMarked
package de.kreiskonzept.admin.quota;

import org.jspecify.annotations.NullMarked;
