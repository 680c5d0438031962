/** What the provider learns of a county: how much its workspace is used, and nothing of what stands in it. */
@NullMarked
package de.kreiskonzept.platform.home.figures;

import org.jspecify.annotations.NullMarked;
