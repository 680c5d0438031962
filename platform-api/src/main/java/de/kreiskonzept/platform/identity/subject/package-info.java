/** Which account somebody has whom the OpenID provider vouches for, and the routes there and back. */
@NullMarked
package de.kreiskonzept.platform.identity.subject;

import org.jspecify.annotations.NullMarked;
