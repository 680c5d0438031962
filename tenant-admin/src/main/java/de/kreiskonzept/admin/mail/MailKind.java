package de.kreiskonzept.admin.mail;

import java.util.Locale;

/**
 * A kind of mail. The text of one that was given up is gone, so that what helps is another act of somebody, of another one for each kind
 * (decision 041).
 */
public enum MailKind {
    CONFIRMATION(true),
    REJECTION(true),
    FIRST_INVITATION(true),
    INVITATION(false),
    PASSWORD(false),
    SECOND_FACTOR(false),
    ROUND(false),
    COMMENTING(false),
    MEETING(false),
    NOTICE(false),
    BARRIER(false);

    private final boolean ofProvider;

    MailKind(boolean ofProvider) {
        this.ofProvider = ofProvider;
    }

    /** Whether the provider writes it; all others are written by a county. */
    public boolean isOfProvider() {
        return ofProvider;
    }

    /** Last part of the keys of its German words: the name in lower case with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
