package de.kreiskonzept.platform.monitoring.round;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASKED;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LINK;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ROUND;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringLinkRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of the personal links of bodies. Only hashes of the secrets are stored. */
@Singleton
@InWorkspace(readOnly = true)
public class LinkStore {
    private final DSLContext dsl;

    LinkStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * What a link leads to.
     *
     * @param usable whether it was not revoked and its round is open
     */
    public record Target(UUID asked, UUID round, boolean usable) {}

    /** Creates one more secret for each body; earlier ones stay good, because their mails are still in somebody's mailbox. */
    @InWorkspace(readOnly = false)
    Map<UUID, String> create(Collection<UUID> asked, Instant now) {
        var secrets = new LinkedHashMap<UUID, String>();
        var rows = new ArrayList<MonitoringLinkRecord>();
        var time = now.atOffset(ZoneOffset.UTC);
        for (UUID one : asked) {
            String secret = Tickets.create();
            secrets.put(one, secret);
            rows.add(new MonitoringLinkRecord(Ids.create(now), one, Tickets.hash(secret), null, time, time, 0L));
        }
        dsl.batchInsert(rows).execute();
        return secrets;
    }

    /** What the link with this secret leads to; empty where there is none. */
    public Optional<Target> find(String secret) {
        return dsl.select(MONITORING_ASKED.ID, MONITORING_ROUND.ID, MONITORING_ROUND.STATE, MONITORING_LINK.REVOKED_AT)
                .from(MONITORING_LINK)
                .join(MONITORING_ASKED)
                .on(MONITORING_ASKED.ID.eq(MONITORING_LINK.ASKED_ID))
                .join(MONITORING_ROUND)
                .on(MONITORING_ROUND.ID.eq(MONITORING_ASKED.ROUND_ID))
                .where(MONITORING_LINK.TOKEN_HASH.eq(Tickets.hash(secret)))
                .fetchOptional(row -> new Target(
                        row.value1(),
                        row.value2(),
                        row.value4() == null && RoundState.of(row.value3()) == RoundState.OPEN));
    }

    /** Makes all links of a body worthless. */
    @InWorkspace(readOnly = false)
    void revoke(UUID asked, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        dsl.update(MONITORING_LINK)
                .set(MONITORING_LINK.REVOKED_AT, time)
                .set(MONITORING_LINK.MODIFIED_AT, time)
                .set(MONITORING_LINK.VERSION, MONITORING_LINK.VERSION.plus(1))
                .where(MONITORING_LINK.ASKED_ID.eq(asked))
                .and(MONITORING_LINK.REVOKED_AT.isNull())
                .execute();
    }
}
