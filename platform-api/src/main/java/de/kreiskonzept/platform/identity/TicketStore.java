package de.kreiskonzept.platform.identity;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_TICKET;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of the links that let their holder set a password once. */
@Singleton
@InWorkspace
class TicketStore {
    /** What a link is for. */
    enum Purpose {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DSLContext dsl;
    private final Clock clock;

    TicketStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Creates the secret of a link; earlier links of the account become worthless. */
    String create(UUID account, Purpose purpose) {
        useUp(account);
        var ticket = Tickets.create();
        var now = now();
        dsl.insertInto(IDENTITY_TICKET)
                .set(IDENTITY_TICKET.ID, Ids.create(clock))
                .set(IDENTITY_TICKET.ACCOUNT_ID, account)
                .set(IDENTITY_TICKET.PURPOSE, purpose.text())
                .set(IDENTITY_TICKET.TOKEN_HASH, Tickets.hash(ticket))
                .set(IDENTITY_TICKET.EXPIRES_AT, now.plus(purpose.lifetime))
                .set(IDENTITY_TICKET.CREATED_AT, now)
                .set(IDENTITY_TICKET.MODIFIED_AT, now)
                .set(IDENTITY_TICKET.VERSION, 0L)
                .execute();
        return ticket;
    }

    /** Finds the account of a link that is neither used nor too old. */
    Optional<UUID> find(String ticket, Purpose purpose) {
        return dsl.select(IDENTITY_TICKET.ACCOUNT_ID)
                .from(IDENTITY_TICKET)
                .where(
                        IDENTITY_TICKET.TOKEN_HASH.eq(Tickets.hash(ticket)),
                        IDENTITY_TICKET.PURPOSE.eq(purpose.text()),
                        IDENTITY_TICKET.USED_AT.isNull(),
                        IDENTITY_TICKET.EXPIRES_AT.gt(now()))
                .fetchOptional(IDENTITY_TICKET.ACCOUNT_ID);
    }

    /** Makes all links of an account worthless. */
    @InWorkspace(content = false)
    void useUp(UUID account) {
        dsl.update(IDENTITY_TICKET)
                .set(IDENTITY_TICKET.USED_AT, now())
                .set(IDENTITY_TICKET.MODIFIED_AT, now())
                .set(IDENTITY_TICKET.VERSION, IDENTITY_TICKET.VERSION.plus(1))
                .where(IDENTITY_TICKET.ACCOUNT_ID.eq(account), IDENTITY_TICKET.USED_AT.isNull())
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
