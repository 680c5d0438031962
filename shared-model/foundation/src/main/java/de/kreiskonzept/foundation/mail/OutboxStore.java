package de.kreiskonzept.foundation.mail;

import static de.kreiskonzept.schema.registry.Tables.MAIL_OUTBOX;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.mail.Backlogs.Backlog;
import de.kreiskonzept.schema.registry.tables.records.MailOutboxRecord;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** The table mail_outbox of registry or workspace, whichever the search path names; both have the same shape. */
@Singleton
final class OutboxStore {
    private static final String WAITING = "waiting";

    /** Longer than any attempt lasts: a conversation by SMTP has about ten steps of at most 15 seconds. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private final DSLContext db;
    private final Clock clock;

    OutboxStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Gives the ids of the mails in their order. */
    List<UUID> create(List<Mail> mails) {
        var rows = mails.stream().map(this::row).toList();
        db.batchInsert(rows).execute();
        return rows.stream().map(MailOutboxRecord::getId).toList();
    }

    private MailOutboxRecord row(Mail mail) {
        var now = now();
        var row = new MailOutboxRecord();
        row.setId(Ids.create(clock));
        row.setRecipient(mail.recipient());
        row.setSubject(mail.subject());
        row.setBody(mail.body());
        row.setState(WAITING);
        row.setAttempts(0);
        row.setNextAttemptAt(now);
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(1L);
        return row;
    }

    /**
     * Takes the mail that is due longest and leases it to the caller: nobody else takes it while it is being sent, and whoever dies
     * meanwhile has thereby asked for a repetition.
     */
    Optional<WaitingMail> claim() {
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
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new WaitingMail(
                        row.value1(), new Mail(row.value2(), row.value3(), row.value4()), row.value5() + 1));
        due.ifPresent(mail -> lease(mail, now));
        return due;
    }

    /** What waits, whether it is due or not. */
    Backlog backlog() {
        return db.select(DSL.count(), DSL.min(MAIL_OUTBOX.CREATED_AT))
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.STATE.eq(WAITING))
                .fetchSingle(row -> new Backlog(row.value1(), row.value2()));
    }

    /** What failed, whether it is tried again or not. */
    Undelivered undelivered() {
        var fault = DSL.splitPart(MAIL_OUTBOX.LAST_ERROR, ":", 1);
        return db.select(
                        DSL.count().filterWhere(MAIL_OUTBOX.STATE.eq(WAITING)),
                        DSL.count().filterWhere(MAIL_OUTBOX.STATE.ne(WAITING)),
                        DSL.min(MAIL_OUTBOX.CREATED_AT),
                        DSL.mode().withinGroupOrderBy(fault))
                .from(MAIL_OUTBOX)
                .where(
                        MAIL_OUTBOX.LAST_ERROR.isNotNull(),
                        MAIL_OUTBOX.STATE.eq(WAITING).or(MAIL_OUTBOX.MODIFIED_AT.gt(now().minusDays(Undelivered.DAYS))))
                .fetchSingle(row -> new Undelivered(
                        row.value1(), row.value2(), row.value3(), Objects.requireNonNullElse(row.value4(), "")));
    }

    /** Makes due what failed and would wait for long; a mail under way is leased for a shorter time and stays. */
    int tryAgain() {
        return tryAgain(db);
    }

    /** The same on a connection whose search path names the outbox. */
    int tryAgain(Connection connection) {
        return tryAgain(DSL.using(db.configuration().derive(new DefaultConnectionProvider(connection))));
    }

    private int tryAgain(DSLContext where) {
        var now = now();
        return where.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ATTEMPTS, 0)
                .set(MAIL_OUTBOX.NEXT_ATTEMPT_AT, now)
                .set(MAIL_OUTBOX.MODIFIED_AT, now)
                .set(MAIL_OUTBOX.VERSION, MAIL_OUTBOX.VERSION.plus(1))
                .where(
                        MAIL_OUTBOX.STATE.eq(WAITING),
                        MAIL_OUTBOX.LAST_ERROR.isNotNull(),
                        MAIL_OUTBOX.NEXT_ATTEMPT_AT.gt(now.plus(LEASE)))
                .execute();
    }

    private void lease(WaitingMail mail, OffsetDateTime now) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ATTEMPTS, mail.attempt())
                .set(MAIL_OUTBOX.NEXT_ATTEMPT_AT, now.plus(LEASE))
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

    /**
     * Notes why a mail could not be sent and when it is tried again, the later the more attempts there were. After the last one it stays
     * as failed, without its text.
     */
    void notSent(WaitingMail mail, String error) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, mail.isLastAttempt() ? "failed" : WAITING)
                .set(MAIL_OUTBOX.BODY, mail.isLastAttempt() ? "" : mail.mail().body())
                .set(MAIL_OUTBOX.NEXT_ATTEMPT_AT, now().plus(mail.distance()))
                .set(MAIL_OUTBOX.LAST_ERROR, error)
                .set(MAIL_OUTBOX.MODIFIED_AT, now())
                .set(MAIL_OUTBOX.VERSION, MAIL_OUTBOX.VERSION.plus(1))
                .where(MAIL_OUTBOX.ID.eq(mail.id()))
                .execute();
    }

    /** Deletes the mails to these addresses that nobody will send any more. */
    void forget(Collection<String> recipients) {
        db.deleteFrom(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.RECIPIENT.in(recipients), MAIL_OUTBOX.STATE.ne(WAITING))
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
