/** What measures say besides their words: bodies one by one, and reach, kind, time frame and costs. */
@NullMarked
package de.kreiskonzept.platform.concept.detail;

import org.jspecify.annotations.NullMarked;
