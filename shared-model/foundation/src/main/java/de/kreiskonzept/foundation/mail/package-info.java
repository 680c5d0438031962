/** Mail that leaves only after the transaction that wanted it, by SMTP or, in local use, into a mailbox of files. */
@NullMarked
package de.kreiskonzept.foundation.mail;

import org.jspecify.annotations.NullMarked;
