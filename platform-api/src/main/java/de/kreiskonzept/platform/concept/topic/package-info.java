/** Which fields and themes of the shared catalogue a county's own sections mean. */
@NullMarked
package de.kreiskonzept.platform.concept.topic;

import org.jspecify.annotations.NullMarked;
