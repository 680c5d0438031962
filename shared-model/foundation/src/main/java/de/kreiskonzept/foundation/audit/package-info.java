/** Who did what and when, as a chain of hashes in which a changed or missing entry shows. */
@NullMarked
package de.kreiskonzept.foundation.audit;

import org.jspecify.annotations.NullMarked;
