/** What a county has released of its committees, for programs of anybody: OParl 1.1 (decision 023). */
@NullMarked
package de.kreiskonzept.platform.oparl;

import org.jspecify.annotations.NullMarked;
