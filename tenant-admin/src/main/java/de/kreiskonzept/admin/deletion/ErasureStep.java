package de.kreiskonzept.admin.deletion;

import java.util.Arrays;
import java.util.Locale;

/** The steps that remove what a county has stored, in their order; each may be done again without harm. */
public enum ErasureStep {
    /** Note how many rows each table has. */
    COUNT,
    /** The files that stand for sent mail in local use. */
    MAILBOX,
    /** Schema and role, with files, accounts, sessions, invitations and mail that waits. */
    WORKSPACE,
    /** What the registry knows of people of the county: request, mail, figures. */
    REGISTRY,
    /** The certificate, and the state that makes room for a new beginning. */
    CERTIFICATE;

    /** The step after this one; the last one stays. */
    ErasureStep next() {
        return switch (this) {
            case COUNT -> MAILBOX;
            case MAILBOX -> WORKSPACE;
            case WORKSPACE -> REGISTRY;
            case REGISTRY, CERTIFICATE -> CERTIFICATE;
        };
    }

    /** Text in the database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The step with this text.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static ErasureStep of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown step of a deletion: " + text));
    }
}
