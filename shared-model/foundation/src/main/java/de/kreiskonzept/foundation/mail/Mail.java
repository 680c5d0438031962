package de.kreiskonzept.foundation.mail;

import java.net.IDN;
import java.util.regex.Pattern;

/**
 * A plain text mail to one person.
 *
 * @param recipient one address in ASCII, at most {@value #LONGEST_ADDRESS} characters; a domain with umlauts becomes its form in ASCII
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
        recipient = inAscii(recipient);
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

    /**
     * Whether the text is exactly one mail address, without a display name and with a domain of two parts. The domain may have umlauts;
     * what stands before the at sign may not, because not every server takes it.
     */
    public static boolean isAddress(String text) {
        String ascii = inAscii(text);
        return ascii.length() <= LONGEST_ADDRESS && ADDRESS.matcher(ascii).matches();
    }

    // RFC 5891; everything else about the address is checked afterwards, in its form in ASCII.
    private static String inAscii(String text) {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        if (at < 0 || text.length() > LONGEST_ADDRESS || !domain.codePoints().allMatch(Mail::mayStandInADomain)) {
            return text;
        }
        try {
            return text.substring(0, at + 1) + IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return text;
        }
    }

    private static boolean mayStandInADomain(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}
