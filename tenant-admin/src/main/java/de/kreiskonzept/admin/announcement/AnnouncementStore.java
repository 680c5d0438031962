package de.kreiskonzept.admin.announcement;

import static de.kreiskonzept.schema.registry.Tables.ANNOUNCEMENT;
import static de.kreiskonzept.schema.registry.Tables.ANNOUNCEMENT_COUNTY;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import de.kreiskonzept.model.tenant.Announcement.State;
import de.kreiskonzept.schema.registry.tables.records.AnnouncementRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The tables announcement and announcement_county. */
@Singleton
final class AnnouncementStore {
    private final DSLContext db;
    private final Clock clock;

    AnnouncementStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Announced> find(UUID id) {
        return db.selectFrom(ANNOUNCEMENT)
                .where(ANNOUNCEMENT.ID.eq(id))
                .fetchOptional()
                .map(row -> announced(row, counties(List.of(id)).getOrDefault(id, Set.of())));
    }

    /** A part of all, the one that begins last first. */
    List<Announced> list(long offset, int size) {
        var rows = db.selectFrom(ANNOUNCEMENT)
                .orderBy(ANNOUNCEMENT.BEGINS_AT.desc(), ANNOUNCEMENT.ID)
                .offset(offset)
                .limit(size)
                .fetch();
        var counties = counties(rows.getValues(ANNOUNCEMENT.ID));
        return rows.map(row -> announced(row, counties.getOrDefault(row.getId(), Set.of())));
    }

    long count() {
        return db.fetchCount(ANNOUNCEMENT);
    }

    private Map<UUID, Set<UUID>> counties(Collection<UUID> ids) {
        return db
                .select(ANNOUNCEMENT_COUNTY.ANNOUNCEMENT_ID, ANNOUNCEMENT_COUNTY.TENANT_ID)
                .from(ANNOUNCEMENT_COUNTY)
                .where(ANNOUNCEMENT_COUNTY.ANNOUNCEMENT_ID.in(ids))
                .fetch()
                .intoGroups(ANNOUNCEMENT_COUNTY.ANNOUNCEMENT_ID, ANNOUNCEMENT_COUNTY.TENANT_ID)
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    }

    UUID create(Announcement announcement) {
        var row = row(announcement);
        row.setId(Ids.create(clock));
        row.setState(State.DRAFT.text());
        row.setCreatedAt(now());
        row.setVersion(0L);
        db.insertInto(ANNOUNCEMENT).set(row).execute();
        address(row.getId(), announcement.audience());
        return row.getId();
    }

    /** @throws Refusal 412 where it has changed in between */
    void update(UUID id, long version, Announcement announcement) {
        store(id, version, row(announcement));
        db.deleteFrom(ANNOUNCEMENT_COUNTY)
                .where(ANNOUNCEMENT_COUNTY.ANNOUNCEMENT_ID.eq(id))
                .execute();
        address(id, announcement.audience());
    }

    /** @throws Refusal 412 where it has changed in between */
    void update(UUID id, long version, State state) {
        var row = db.newRecord(ANNOUNCEMENT);
        row.setState(state.text());
        row.setModifiedAt(now());
        store(id, version, row);
    }

    private void store(UUID id, long version, AnnouncementRecord changes) {
        var changed = db.update(ANNOUNCEMENT)
                .set(changes)
                .set(ANNOUNCEMENT.VERSION, version + 1)
                .where(ANNOUNCEMENT.ID.eq(id), ANNOUNCEMENT.VERSION.eq(version))
                .execute();
        if (changed != 1) {
            throw Refusal.stale();
        }
    }

    private void address(UUID id, Audience audience) {
        if (audience instanceof Audience.Chosen chosen) {
            db.batchInsert(chosen.counties().stream()
                            .map(tenant -> {
                                var row = db.newRecord(ANNOUNCEMENT_COUNTY);
                                row.setAnnouncementId(id);
                                row.setTenantId(tenant);
                                row.setCreatedAt(now());
                                row.setModifiedAt(now());
                                row.setVersion(0L);
                                return row;
                            })
                            .toList())
                    .execute();
        }
    }

    private AnnouncementRecord row(Announcement announcement) {
        var row = db.newRecord(ANNOUNCEMENT);
        row.setKind(announcement.kind().text());
        row.setTitle(announcement.title());
        row.setBody(announcement.text());
        row.setBeginsAt(time(announcement.from()));
        row.setEndsAt(time(announcement.until()));
        row.setEveryone(announcement.audience() instanceof Audience.Everyone);
        row.setModifiedAt(now());
        return row;
    }

    private static Announced announced(AnnouncementRecord row, Set<UUID> counties) {
        return new Announced(
                row.getId(),
                new Announcement(
                        Announcement.Kind.of(row.getKind()),
                        row.getTitle(),
                        row.getBody(),
                        row.getBeginsAt().toInstant(),
                        row.getEndsAt() == null ? null : row.getEndsAt().toInstant(),
                        row.getEveryone() ? new Audience.Everyone() : new Audience.Chosen(counties)),
                State.of(row.getState()),
                row.getVersion());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
