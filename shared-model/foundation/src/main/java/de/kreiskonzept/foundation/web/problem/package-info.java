/** What an answer says when something went wrong: problem documents (RFC 9457) for programs, German pages for people. */
@NullMarked
package de.kreiskonzept.foundation.web.problem;

import org.jspecify.annotations.NullMarked;
