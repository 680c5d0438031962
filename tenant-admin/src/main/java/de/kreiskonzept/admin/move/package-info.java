/** Brings a county from one database to another: read-only while it is copied, and no write is lost. */
@NullMarked
package de.kreiskonzept.admin.move;

import org.jspecify.annotations.NullMarked;
