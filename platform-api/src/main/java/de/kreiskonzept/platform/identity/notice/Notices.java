package de.kreiskonzept.platform.identity.notice;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_NOTICE;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who wants which mails, with all SQL of it. */
@Singleton
@InWorkspace(readOnly = true)
public class Notices {
    private static final String LINK = "Link einer Nachricht";

    private final DSLContext dsl;
    private final AuditTrail audit;
    private final Clock clock;

    Notices(DSLContext dsl, AuditTrail audit, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody who is to get a mail. */
    public record Receiver(UUID account, String name, String email, String role) {}

    /** The people with an active account who want mails of this kind, by address. */
    public List<Receiver> listReceivers(NoticeKind kind) {
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.EMAIL, IDENTITY_ACCOUNT.ROLE)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.STATE.eq("active"))
                .and(IDENTITY_ACCOUNT.ROLE.in(kind.roles()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(IDENTITY_NOTICE)
                        .where(IDENTITY_NOTICE.ACCOUNT_ID.eq(IDENTITY_ACCOUNT.ID))
                        .and(IDENTITY_NOTICE.KIND.eq(kind.text()))
                        .andNot(IDENTITY_NOTICE.WANTED)))
                .orderBy(IDENTITY_ACCOUNT.EMAIL)
                .fetch(row -> new Receiver(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The people with an active account in this role, by address, for what nobody may do without. */
    public List<Receiver> listOfRole(String role) {
        return dsl.select(IDENTITY_ACCOUNT.ID, IDENTITY_ACCOUNT.NAME, IDENTITY_ACCOUNT.EMAIL, IDENTITY_ACCOUNT.ROLE)
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.STATE.eq("active"))
                .and(IDENTITY_ACCOUNT.ROLE.eq(role))
                .orderBy(IDENTITY_ACCOUNT.EMAIL)
                .fetch(row -> new Receiver(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** What the person does without. */
    Set<NoticeKind> unwanted(UUID account) {
        var kinds = EnumSet.noneOf(NoticeKind.class);
        List<String> found = dsl.select(IDENTITY_NOTICE.KIND)
                .from(IDENTITY_NOTICE)
                .where(IDENTITY_NOTICE.ACCOUNT_ID.eq(account))
                .andNot(IDENTITY_NOTICE.WANTED)
                .fetch(IDENTITY_NOTICE.KIND);
        for (NoticeKind kind : NoticeKind.values()) {
            if (found.contains(kind.text())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Stores which of these kinds the person with this account wants; the others she does without. */
    @InWorkspace(readOnly = false)
    void choose(Actor who, Collection<NoticeKind> kinds, Set<NoticeKind> wanted) {
        UUID account = Objects.requireNonNull(who.id());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        dsl.batch(kinds.stream()
                        .map(kind -> dsl.insertInto(IDENTITY_NOTICE)
                                .set(IDENTITY_NOTICE.ID, Ids.create(clock))
                                .set(IDENTITY_NOTICE.ACCOUNT_ID, account)
                                .set(IDENTITY_NOTICE.KIND, kind.text())
                                .set(IDENTITY_NOTICE.WANTED, wanted.contains(kind))
                                .set(IDENTITY_NOTICE.CREATED_AT, now)
                                .set(IDENTITY_NOTICE.MODIFIED_AT, now)
                                .set(IDENTITY_NOTICE.VERSION, 0L)
                                .onConflict(IDENTITY_NOTICE.ACCOUNT_ID, IDENTITY_NOTICE.KIND)
                                .doUpdate()
                                .set(IDENTITY_NOTICE.WANTED, wanted.contains(kind))
                                .set(IDENTITY_NOTICE.MODIFIED_AT, now)
                                .set(IDENTITY_NOTICE.VERSION, IDENTITY_NOTICE.VERSION.plus(1)))
                        .toList())
                .execute();
        audit.record(who, "account.notices", account.toString(), "");
    }

    /** Ends the mails of this kind to the person. */
    @InWorkspace(readOnly = false)
    public void end(UUID account, NoticeKind kind) {
        choose(new Actor(account, LINK), List.of(kind), Set.of());
    }
}
