package de.kreiskonzept.platform.home.calendar;

import static de.kreiskonzept.schema.workspace.Tables.HOME_CALENDAR_LINK;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/** One link for each account, of which only the hash is kept; a new one makes the one before worthless. */
@Singleton
@InWorkspace
class CalendarLinks {
    private final DSLContext dsl;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarLinks(DSLContext dsl, AuditTrail audit, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the account has a link. */
    @InWorkspace(readOnly = true)
    boolean isThere(SignedIn who) {
        return dsl.fetchExists(HOME_CALENDAR_LINK, HOME_CALENDAR_LINK.ACCOUNT_ID.eq(who.accountId()));
    }

    /** Makes a link; gives its secret, which nobody can read again. */
    String create(SignedIn who) {
        String secret = Tickets.create();
        OffsetDateTime now = OffsetDateTime.now(clock);
        dsl.insertInto(HOME_CALENDAR_LINK)
                .set(HOME_CALENDAR_LINK.ACCOUNT_ID, who.accountId())
                .set(HOME_CALENDAR_LINK.SECRET_HASH, Tickets.hash(secret))
                .set(HOME_CALENDAR_LINK.CREATED_AT, now)
                .set(HOME_CALENDAR_LINK.MODIFIED_AT, now)
                .set(HOME_CALENDAR_LINK.VERSION, 0L)
                .onConflict(HOME_CALENDAR_LINK.ACCOUNT_ID)
                .doUpdate()
                .set(HOME_CALENDAR_LINK.SECRET_HASH, Tickets.hash(secret))
                .set(HOME_CALENDAR_LINK.MODIFIED_AT, now)
                .set(HOME_CALENDAR_LINK.VERSION, HOME_CALENDAR_LINK.VERSION.plus(1))
                .execute();
        record("calendar.linked", who);
        return secret;
    }

    /** Makes the link worthless; nothing happens where there is none. */
    void revoke(SignedIn who) {
        if (dsl.deleteFrom(HOME_CALENDAR_LINK)
                        .where(HOME_CALENDAR_LINK.ACCOUNT_ID.eq(who.accountId()))
                        .execute()
                > 0) {
            record("calendar.revoked", who);
        }
    }

    /**
     * Goes on where the secret belongs to an account that may sign in.
     *
     * @throws Refusal 404 where it does not, or no longer
     */
    @InWorkspace(readOnly = true)
    void require(String secret) {
        boolean valid = dsl.fetchExists(dsl.selectOne()
                .from(HOME_CALENDAR_LINK)
                .join(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(HOME_CALENDAR_LINK.ACCOUNT_ID))
                .where(HOME_CALENDAR_LINK.SECRET_HASH.eq(Tickets.hash(secret)))
                .and(IDENTITY_ACCOUNT.STATE.eq("active")));
        if (!valid) {
            throw Refusal.notFound();
        }
    }

    private void record(String action, SignedIn who) {
        audit.record(
                new Actor(who.accountId(), who.name()), action, who.accountId().toString(), "");
    }
}
