package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.model.tenant.County;

/**
 * What a county asks for.
 *
 * @param county out of the official list
 * @param contactName who becomes its first administrator, one line of at most {@value #LONGEST_NAME} characters
 * @param email official address of that person
 */
public record CountyRequest(County county, String contactName, String email) {
    /** Longest name of a contact. */
    public static final int LONGEST_NAME = 200;

    /** Refuses a name or an address that is not allowed by an IllegalArgumentException. */
    public CountyRequest {
        if (!isName(contactName) || !Mail.isAddress(email)) {
            throw new IllegalArgumentException("A request needs a name and an e-mail address");
        }
    }

    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
