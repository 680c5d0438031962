package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import java.util.Locale;

/**
 * A new account as an admin describes it.
 *
 * @param email where the invitation goes; in lower case
 * @param name first and last name, 1 to 200 characters
 * @param role one of {@link Roles}
 */
record AccountForm(String email, String name, String role) {
    static final int LONGEST_NAME = 200;

    AccountForm {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
    }

    static AccountForm empty() {
        return new AccountForm("", "", Roles.READER);
    }

    /** Returns what is wrong with it. */
    FormErrors errors(Texts texts) {
        var errors = FormErrors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors = errors.with("name", texts.text("identity.account.nameWrong", LONGEST_NAME));
        }
        if (!Mail.isAddress(email)) {
            errors = errors.with("email", texts.text("identity.account.emailWrong"));
        }
        if (!Roles.list().contains(role)) {
            errors = errors.with("role", texts.text("identity.account.roleWrong"));
        }
        return errors;
    }
}
