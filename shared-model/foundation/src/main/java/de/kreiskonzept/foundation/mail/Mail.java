package de.kreiskonzept.foundation.mail;

import java.util.regex.Pattern;

/**
 * A plain text mail to one person.
 *
 * @param recipient one address, at most {@value #LONGEST_ADDRESS} characters, see {@link #isAddress}
 * @param subject one line of at most {@value #LONGEST_SUBJECT} characters, not blank
 * @param body text with line feeds, at most {@value #LONGEST_BODY} characters, not blank
 */
public record Mail(String recipient, String subject, String body) {
    /** Longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3). */
    public static final int LONGEST_ADDRESS = 254;

    /** Longest subject in characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** Longest body in characters. */
    public static final int LONGEST_BODY = 50_000;

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,20}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,10}");

    /** @throws IllegalArgumentException if a part is too long or blank, or could smuggle a further header in */
    public Mail {
        if (!isAddress(recipient)) {
            throw new IllegalArgumentException("The recipient is not one address");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || !isOneLine(subject)) {
            throw new IllegalArgumentException(
                    "The subject is not one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        if (body.isBlank() || body.length() > LONGEST_BODY || body.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The body is not a text of 1 to " + LONGEST_BODY + " characters");
        }
    }

    /** Whether the text is exactly one mail address in ASCII, without a display name and with a domain of two parts. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}
