/** What the provider tells counties: written, looked at, published and withdrawn. */
@NullMarked
package de.kreiskonzept.admin.announcement;

import org.jspecify.annotations.NullMarked;
