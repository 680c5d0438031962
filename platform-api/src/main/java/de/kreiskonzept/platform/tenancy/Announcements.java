package de.kreiskonzept.platform.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * What the provider tells counties. Read of the registry as a whole, every four seconds at most, however many people open pages; who may
 * see what is decided by the announcement itself.
 */
@Singleton
public final class Announcements {
    private static final String OPEN =
            "SELECT id, kind, title, body, begins_at, ends_at, tenant_id FROM registry.open_announcement ORDER BY begins_at DESC, id";

    private final DSLContext dsl;
    private final Registry registry;
    private final Clock clock;
    private final LoadingCache<String, Map<UUID, Announcement>> known;

    Announcements(DSLContext dsl, Registry registry, Ticker ticker, Clock clock) {
        this.dsl = dsl;
        this.registry = registry;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(4))
                .ticker(ticker)
                .build(every -> load());
    }

    /** An announcement with its id. */
    public record Announced(UUID id, Announcement announcement) {}

    /** What this county sees now, the latest first. */
    public List<Announced> list(Workspace county) {
        Instant now = clock.instant();
        return known.get("").entrySet().stream()
                .filter(one -> one.getValue().isFor(county.id(), now))
                .map(one -> new Announced(one.getKey(), one.getValue()))
                .toList();
    }

    private Map<UUID, Announcement> load() {
        Map<UUID, Result<Record>> rows =
                registry.read(() -> dsl.fetch(OPEN).intoGroups(row -> row.get("id", UUID.class)));
        var announcements = new LinkedHashMap<UUID, Announcement>();
        rows.forEach((id, ofOne) -> announcements.put(id, announcement(ofOne)));
        return announcements;
    }

    /** One row where it is for everyone, else one for each county. */
    private static Announcement announcement(Result<Record> rows) {
        Record row = rows.getFirst();
        OffsetDateTime until = row.get("ends_at", OffsetDateTime.class);
        return new Announcement(
                Announcement.Kind.of(row.get("kind", String.class)),
                row.get("title", String.class),
                row.get("body", String.class),
                row.get("begins_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.get("tenant_id") == null
                        ? new Audience.Everyone()
                        : new Audience.Chosen(new HashSet<>(rows.getValues("tenant_id", UUID.class))));
    }
}
