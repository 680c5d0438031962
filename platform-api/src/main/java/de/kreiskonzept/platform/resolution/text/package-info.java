/** What a paper says when it is begun: words made from the concept or a Stand, which people go on with. */
@NullMarked
package de.kreiskonzept.platform.resolution.text;

import org.jspecify.annotations.NullMarked;
