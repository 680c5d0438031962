package de.kreiskonzept.foundation.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Records who did what in the current transaction: what is rolled back was never done and is not recorded. */
@Singleton
public final class AuditTrail {
    private static final int LONGEST = 500;
    private static final String BETWEEN = ", ";
    private static final String MORE = BETWEEN + "…";
    private static final ScopedValue<List<String>> PARTS = ScopedValue.newInstance();

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
        if (PARTS.isBound()) {
            PARTS.get().add("%s %s %s".formatted(action, subject, detail).strip());
            return;
        }
        var end = store.lockEnd();
        var entry = new AuditEntry(end.position() + 1, clock.instant(), actor, action, subject, detail);
        store.append(entry, end.hash());
    }

    /**
     * Does work whose parts would each be recorded, and appends one entry for all of it: one act of a person is one entry. Behind its detail
     * stand action, subject and detail of each part, as far as they fit.
     *
     * @param action as in {@link #record}, as subject and detail are
     */
    public void recordAsOne(Actor actor, String action, String subject, String detail, Runnable work) {
        getAsOne(
                actor,
                () -> {
                    work.run();
                    return true;
                },
                done -> new Act(action, subject, detail));
    }

    /**
     * The same for work whose result says what was done; gives the result.
     *
     * @param act what the entry says
     */
    public <T> T getAsOne(Actor actor, Supplier<T> work, Function<T, Act> act) {
        var parts = new ArrayList<String>();
        T result = ScopedValue.where(PARTS, parts).call(work::get);
        var done = act.apply(result);
        if (!done.detail().isEmpty()) {
            parts.addFirst(done.detail());
        }
        record(actor, done.action(), done.subject(), fitting(parts));
        return result;
    }

    /**
     * What an entry says was done.
     *
     * @param action in English with dots
     * @param subject id of what it was done to
     * @param detail ids and words of the program, may be empty
     */
    public record Act(String action, String subject, String detail) {}

    private static String fitting(List<String> parts) {
        var text = String.join(BETWEEN, parts);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, Math.max(0, text.lastIndexOf(BETWEEN, LONGEST - MORE.length()))) + MORE;
    }

    /** Reads the whole chain of the current search path and recomputes it. */
    public Verification verify() {
        return store.verify();
    }
}
