/** How the OpenID provider of a deployment vouches for people: settings, the way there and back, and what is believed of its answer. */
@NullMarked
package de.kreiskonzept.platform.identity.openid;

import org.jspecify.annotations.NullMarked;
