/** What browsers send, for whoever looks at it before a route does. */
@NullMarked
package de.kreiskonzept.foundation.web.form;

import org.jspecify.annotations.NullMarked;
