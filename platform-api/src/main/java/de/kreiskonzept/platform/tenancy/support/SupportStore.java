package de.kreiskonzept.platform.tenancy.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.Registry;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * All SQL of support access. It stands in the registry, so that a county whose tables are one version behind can let somebody in, too;
 * every statement names the county it is for. Must not be called inside of a transaction of a county.
 */
@Singleton
public final class SupportStore {
    private static final String GRANTS = """
            SELECT id, granted_by, reason, writing, created_at, expires_at, ended_at, ended_by FROM registry.support_grant""";
    private static final String OPEN = " WHERE tenant_id = ? AND ended_at IS NULL AND expires_at > ?::timestamptz";
    private static final String VISITS = """
            SELECT id, grant_id, operator_name, granted_by, reason, writing, expires_at,
                   (admitted AND ended_at IS NULL AND left_at IS NULL AND expires_at > ?::timestamptz
                     AND CASE WHEN entered_at IS NULL THEN ticket_expires_at > ?::timestamptz ELSE true END) AS valid
              FROM registry.support_visitor WHERE tenant_id = ? AND""";

    private final DSLContext dsl;
    private final Registry registry;
    private final Clock clock;

    SupportStore(DSLContext dsl, Registry registry, Clock clock) {
        this.dsl = dsl;
        this.registry = registry;
        this.clock = clock;
    }

    /** The grants of a county that are kept, the newest first. */
    public List<SupportGrant> list(Workspace county) {
        return registry.read(() -> {
            var visits = visits(county);
            return dsl.fetch(GRANTS + " WHERE tenant_id = ? ORDER BY created_at DESC, id", county.id())
                    .map(row -> grant(row, visits.getOrDefault(row.get("id", UUID.class), List.of())));
        });
    }

    /** The grant by which somebody can be inside now. */
    public Optional<SupportGrant> findOpen(Workspace county) {
        var now = now();
        return registry.read(() -> dsl.fetchOptional(GRANTS + OPEN, county.id(), now)
                .map(row -> grant(row, visits(county).getOrDefault(row.get("id", UUID.class), List.of()))));
    }

    /**
     * Lets somebody in from now on. One whose time has run out is to be closed before.
     *
     * @param id of the new grant
     * @throws Refusal 409 where another one is open
     */
    public void create(Workspace county, UUID id, String grantedBy, Wish wish) {
        var now = now();
        registry.write(() -> {
            try {
                return dsl.execute(
                        """
                        INSERT INTO registry.support_grant
                          (id, tenant_id, granted_by, reason, writing, expires_at, created_at, modified_at, version)
                        VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, 0)""",
                        id,
                        county.id(),
                        grantedBy,
                        wish.reason(),
                        wish.writing(),
                        now.plus(wish.lasting()),
                        now,
                        now);
            } catch (IntegrityConstraintViolationException e) {
                throw new Refusal(HttpStatus.CONFLICT, "support-granted", "support.grant.open");
            }
        });
    }

    /**
     * What an admin grants.
     *
     * @param reason what is to be looked at
     * @param lasting how long, at most 60 minutes
     */
    public record Wish(String reason, Duration lasting, boolean writing) {}

    /**
     * Ends an open grant at once.
     *
     * @return false where it is not open, or not of this county
     */
    public boolean end(Workspace county, UUID id, String endedBy) {
        var now = now();
        return registry.write(() -> dsl.execute("""
                        UPDATE registry.support_grant
                           SET ended_at = ?::timestamptz, ended_by = ?, modified_at = ?::timestamptz, version = version + 1
                         WHERE tenant_id = ? AND id = ? AND ended_at IS NULL AND expires_at > ?::timestamptz""", now, endedBy, now, county.id(), id, now) == 1);
    }

    /** The grant whose time has run out and whose end is not noted. */
    public Optional<UUID> findExpired(Workspace county) {
        var now = now();
        return registry.read(() -> dsl.fetchOptional("""
                        SELECT id FROM registry.support_grant
                         WHERE tenant_id = ? AND ended_at IS NULL AND expires_at <= ?::timestamptz""", county.id(), now).map(row -> row.get("id", UUID.class)));
    }

    /** Notes the end of a grant whose time has run out. */
    public void closeExpired(Workspace county, UUID id) {
        var now = now();
        registry.write(() -> dsl.execute("""
                        UPDATE registry.support_grant SET ended_at = expires_at, modified_at = ?::timestamptz, version = version + 1
                         WHERE tenant_id = ? AND id = ? AND ended_at IS NULL AND expires_at <= ?::timestamptz""", now, county.id(), id, now));
    }

    /** Keys of the counties with a grant whose time has run out and whose end is not noted. */
    public Set<UUID> listExpired() {
        var now = now();
        return registry.read(() -> dsl.fetch("""
                        SELECT tenant_id FROM registry.support_grant WHERE ended_at IS NULL AND expires_at <= ?::timestamptz""", now).intoSet("tenant_id", UUID.class));
    }

    /** The visit that a ticket of this county is for; used ones are not found. */
    public Optional<Admission> findTicket(Workspace county, String ticket) {
        return find(county, "entered_at IS NULL AND ticket_hash = ?", Tickets.hash(ticket));
    }

    /** The visit that a cookie of this county names. */
    public Optional<Admission> findVisit(Workspace county, UUID visit) {
        return find(county, "entered_at IS NOT NULL AND id = ?", visit);
    }

    private Optional<Admission> find(Workspace county, String which, Object value) {
        var now = now();
        return registry.read(() -> dsl.fetchOptional(VISITS + " " + which, now, now, county.id(), value)
                .map(row -> new Admission(
                        row.get("id", UUID.class),
                        new Visit(
                                row.get("grant_id", UUID.class),
                                row.get("operator_name", String.class),
                                row.get("granted_by", String.class),
                                row.get("writing", boolean.class),
                                local(row, "expires_at")),
                        row.get("reason", String.class),
                        row.get("valid", boolean.class))));
    }

    /** Uses a ticket up; false where another request was faster. */
    public boolean enter(Workspace county, UUID visit) {
        return mark(county, visit, "entered_at");
    }

    /** Ends a visit; false where it was over before. */
    public boolean leave(Workspace county, UUID visit) {
        return mark(county, visit, "left_at");
    }

    private boolean mark(Workspace county, UUID visit, String column) {
        var now = now();
        return registry.write(() -> dsl.execute(
                        "UPDATE registry.support_visit SET " + column
                                + " = ?::timestamptz, modified_at = ?::timestamptz, version = version + 1"
                                + " WHERE tenant_id = ? AND id = ? AND " + column + " IS NULL",
                        now,
                        now,
                        county.id(),
                        visit)
                == 1);
    }

    private Map<UUID, List<SupportVisit>> visits(Workspace county) {
        return dsl.fetch("""
                        SELECT grant_id, operator_name, entered_at, left_at FROM registry.support_visitor
                         WHERE tenant_id = ? AND entered_at IS NOT NULL ORDER BY entered_at, id""", county.id()).stream()
                .collect(groupingBy(
                        row -> row.get("grant_id", UUID.class),
                        mapping(
                                row -> new SupportVisit(
                                        row.get("operator_name", String.class),
                                        local(row, "entered_at"),
                                        localOrNull(row, "left_at")),
                                toList())));
    }

    private SupportGrant grant(Record row, List<SupportVisit> visits) {
        return new SupportGrant(
                row.get("id", UUID.class),
                row.get("granted_by", String.class),
                row.get("reason", String.class),
                row.get("writing", boolean.class),
                local(row, "created_at"),
                local(row, "expires_at"),
                localOrNull(row, "ended_at"),
                row.get("ended_by", String.class),
                visits);
    }

    private OffsetDateTime local(Record row, String column) {
        return row.get(column, OffsetDateTime.class)
                .atZoneSameInstant(clock.getZone())
                .toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNull(Record row, String column) {
        return row.get(column, OffsetDateTime.class) == null ? null : local(row, column);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
