/** What happens to comment rounds by itself: leads hear of contributions, and addresses are deleted. */
@NullMarked
package de.kreiskonzept.platform.participation.draft.news;

import org.jspecify.annotations.NullMarked;
