/** What people who write one concept together see of each other: history, bin, drafts and who is writing. */
@NullMarked
package de.kreiskonzept.platform.concept.together;

import org.jspecify.annotations.NullMarked;
