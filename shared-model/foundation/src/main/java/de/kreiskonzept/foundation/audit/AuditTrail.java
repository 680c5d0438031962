package de.kreiskonzept.foundation.audit;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Records who did what in the current transaction: what is rolled back was never done and is not recorded. */
@Singleton
public final class AuditTrail {
    private static final int LONGEST = 500;

    private final AuditStore store;
    private final Clock clock;

    AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Appends an entry to the chain of the current search path. Writers of one chain follow each other: the end of the
     * chain stays locked until the transaction ends.
     *
     * @param action what was done, in English with dots, for example {@code tenant.suspended}
     * @param subject id of what it was done to
     * @param detail ids and words of the program, may be empty; neither content of a county nor personal data
     * @throws IllegalArgumentException if a text is longer than 500 characters, or action or subject is blank
     */
    public void record(Actor actor, String action, String subject, String detail) {
        if (action.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("An audit entry names an action and its subject");
        }
        if (action.length() > LONGEST || subject.length() > LONGEST || detail.length() > LONGEST) {
            throw new IllegalArgumentException("A text of an audit entry is longer than " + LONGEST + " characters");
        }
        var end = store.lockEnd();
        var entry = new AuditEntry(end.position() + 1, clock.instant(), actor, action, subject, detail);
        store.append(entry, end.hash());
    }

    /** Reads the whole chain of the current search path and recomputes it. */
    public Verification verify() {
        return store.verify();
    }
}
