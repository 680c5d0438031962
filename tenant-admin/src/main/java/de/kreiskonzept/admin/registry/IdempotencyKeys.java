package de.kreiskonzept.admin.registry;

import static de.kreiskonzept.schema.registry.Tables.IDEMPOTENCY_KEY;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Remembers for 24 hours what a request with the header Idempotency-Key has created, so that its repetition creates nothing. */
@Singleton
@Transactional
public class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST = 200;
    private static final int CREATED = 201;

    private final DSLContext db;
    private final Clock clock;

    IdempotencyKeys(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Does the work, or gives its earlier result; simultaneous repetitions wait for the first one.
     *
     * @param caller id of the account that sends; keys of others are not looked at
     * @param key what the sender made up, at most 200 characters
     * @param request all that the result depends on
     * @param work creates something and gives its id
     * @throws Refusal 422 when the key is too long, or came with another request before
     */
    public UUID once(UUID caller, String key, String request, Supplier<UUID> work) {
        if (key.isBlank() || key.length() > LONGEST || key.indexOf('\0') >= 0) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key", "registry.key.shape", LONGEST);
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CREATED_AT.lt(now.minus(KEPT)))
                .execute();
        var first = db.insertInto(IDEMPOTENCY_KEY)
                        .set(IDEMPOTENCY_KEY.CALLER, caller.toString())
                        .set(IDEMPOTENCY_KEY.KEY, key)
                        .set(IDEMPOTENCY_KEY.REQUEST_HASH, Sha256.of(request))
                        .set(IDEMPOTENCY_KEY.CREATED_AT, now)
                        .set(IDEMPOTENCY_KEY.MODIFIED_AT, now)
                        .set(IDEMPOTENCY_KEY.VERSION, 0L)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        return first ? remember(caller, key, work.get()) : earlier(caller, key, request);
    }

    private UUID remember(UUID caller, String key, UUID result) {
        db.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.ANSWER_STATUS, CREATED)
                .set(IDEMPOTENCY_KEY.ANSWER_BODY, result.toString())
                .where(IDEMPOTENCY_KEY.CALLER.eq(caller.toString()), IDEMPOTENCY_KEY.KEY.eq(key))
                .execute();
        return result;
    }

    private UUID earlier(UUID caller, String key, String request) {
        var row = db.selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CALLER.eq(caller.toString()), IDEMPOTENCY_KEY.KEY.eq(key))
                .fetchSingle();
        var answer = row.getAnswerBody();
        if (answer == null || !Arrays.equals(row.getRequestHash(), Sha256.of(request))) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key", "registry.key.used");
        }
        return UUID.fromString(answer);
    }
}
