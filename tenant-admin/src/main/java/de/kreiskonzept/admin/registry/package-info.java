/** Which county has which workspace and in which state; every change of state goes through here and is recorded. */
@NullMarked
package de.kreiskonzept.admin.registry;

import org.jspecify.annotations.NullMarked;
