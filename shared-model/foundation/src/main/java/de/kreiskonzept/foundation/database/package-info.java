/** The one holder of the PostgreSQL server, its set-up, and the script of a workspace. */
@NullMarked
package de.kreiskonzept.foundation.database;

import org.jspecify.annotations.NullMarked;
