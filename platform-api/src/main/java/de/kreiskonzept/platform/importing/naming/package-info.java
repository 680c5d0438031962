/** Which organisations the names in an upload mean, asked before it is taken over. */
@NullMarked
package de.kreiskonzept.platform.importing.naming;

import org.jspecify.annotations.NullMarked;
