/** Page frame, form pieces, assets and security headers that platform and console share. */
@NullMarked
package de.kreiskonzept.foundation.web;

import org.jspecify.annotations.NullMarked;
