package de.kreiskonzept.foundation.mail;

import static de.kreiskonzept.schema.registry.Tables.MAIL_OUTBOX;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The table mail_outbox of registry or workspace, whichever the search path names; both have the same shape. */
@Singleton
final class OutboxStore {
    private static final String WAITING = "waiting";

    private final DSLContext db;
    private final Clock clock;

    OutboxStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void create(Mail mail) {
        var now = now();
        db.insertInto(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ID, UUID.randomUUID())
                .set(MAIL_OUTBOX.RECIPIENT, mail.recipient())
                .set(MAIL_OUTBOX.SUBJECT, mail.subject())
                .set(MAIL_OUTBOX.BODY, mail.body())
                .set(MAIL_OUTBOX.STATE, WAITING)
                .set(MAIL_OUTBOX.ATTEMPTS, 0)
                .set(MAIL_OUTBOX.NEXT_ATTEMPT_AT, now)
                .set(MAIL_OUTBOX.CREATED_AT, now)
                .set(MAIL_OUTBOX.MODIFIED_AT, now)
                .set(MAIL_OUTBOX.VERSION, 1L)
                .execute();
    }

    /**
     * Takes mail that is due, oldest first, and puts its next attempt off by the distance that belongs to the number of
     * attempts: whoever dies while sending has thereby asked for a repetition.
     */
    List<WaitingMail> claim(int limit) {
        var now = now();
        var due = db.select(
                        MAIL_OUTBOX.ID,
                        MAIL_OUTBOX.RECIPIENT,
                        MAIL_OUTBOX.SUBJECT,
                        MAIL_OUTBOX.BODY,
                        MAIL_OUTBOX.ATTEMPTS)
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.STATE.eq(WAITING), MAIL_OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .orderBy(MAIL_OUTBOX.NEXT_ATTEMPT_AT, MAIL_OUTBOX.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new WaitingMail(
                        row.value1(), new Mail(row.value2(), row.value3(), row.value4()), row.value5() + 1));
        due.forEach(mail -> putOff(mail, now));
        return due;
    }

    private void putOff(WaitingMail mail, OffsetDateTime now) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ATTEMPTS, mail.attempt())
                .set(MAIL_OUTBOX.NEXT_ATTEMPT_AT, now.plus(mail.distance()))
                .set(MAIL_OUTBOX.MODIFIED_AT, now)
                .set(MAIL_OUTBOX.VERSION, MAIL_OUTBOX.VERSION.plus(1))
                .where(MAIL_OUTBOX.ID.eq(mail.id()))
                .execute();
    }

    /** Marks a mail as sent and forgets its text, which may hold a link that opens an account. */
    void sent(UUID id) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, "sent")
                .set(MAIL_OUTBOX.BODY, "")
                .set(MAIL_OUTBOX.SENT_AT, now())
                .setNull(MAIL_OUTBOX.LAST_ERROR)
                .set(MAIL_OUTBOX.MODIFIED_AT, now())
                .set(MAIL_OUTBOX.VERSION, MAIL_OUTBOX.VERSION.plus(1))
                .where(MAIL_OUTBOX.ID.eq(id))
                .execute();
    }

    /** Notes why a mail could not be sent; after the last attempt it stays as failed. */
    void notSent(WaitingMail mail, String error) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, mail.isLastAttempt() ? "failed" : WAITING)
                .set(MAIL_OUTBOX.LAST_ERROR, error)
                .set(MAIL_OUTBOX.MODIFIED_AT, now())
                .set(MAIL_OUTBOX.VERSION, MAIL_OUTBOX.VERSION.plus(1))
                .where(MAIL_OUTBOX.ID.eq(mail.id()))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A mail that somebody is about to send.
     *
     * @param attempt number of this attempt, from 1
     */
    record WaitingMail(UUID id, Mail mail, int attempt) {
        private static final List<Duration> DISTANCES = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(6),
                Duration.ofHours(24));

        /** Time from this attempt to the next one. */
        Duration distance() {
            return DISTANCES.get(Math.min(attempt, DISTANCES.size()) - 1);
        }

        boolean isLastAttempt() {
            return attempt > DISTANCES.size();
        }
    }
}
