/** What an account may read of that which committees deal with in private: the one decision, for pages, files, programs and lists. */
@NullMarked
package de.kreiskonzept.platform.identity.insight;

import org.jspecify.annotations.NullMarked;
