package de.kreiskonzept.platform.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.foundation.job.UsualLimits;
import de.kreiskonzept.foundation.mail.Undelivered;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the registry tells of the counties. Answers are kept for at most four seconds, so that a suspension is felt within five.
 */
@Singleton
public final class Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
    private static final String COLUMNS =
            "SELECT id, ags, name, slug, data_source, schema_name, role_name, schema_version, state, quota_requests, quota_jobs, quota_megabytes, quota_accounts, sessions_since"
                    + " FROM registry.workspace";
    private static final String REACHABLE = COLUMNS + " WHERE state NOT IN ('suspended', 'archived')";

    /** Counties that are looked for one by one within the time for which answers are kept. */
    private static final int FEW = 50;

    private final DSLContext dsl;
    private final Registry registry;
    private final Quota usual;
    private final LoadingCache<String, Map<String, Workspace>> known;
    private final LoadingCache<String, Optional<Workspace>> recent;
    private final LoadingCache<String, Integer> published;

    Workspaces(DSLContext dsl, Registry registry, Ticker ticker, UsualLimits usual) {
        this.dsl = dsl;
        this.registry = registry;
        this.usual = new Quota(usual.requests(), usual.jobs(), usual.megabytes(), usual.accounts());
        this.known = kept(ticker).build(every -> loadAll());
        this.recent = kept(ticker).build(this::load);
        this.published = kept(ticker).build(every -> loadPublished());
    }

    private static Caffeine<Object, Object> kept(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(4))
                .maximumSize(10_000)
                .ticker(ticker);
    }

    /**
     * The county of this address, suspended ones too; empty where there is none. It is looked for by itself, so that a start costs the same
     * with however many counties. Where many are asked for hardly any is asked twice in time: then the registry is read as a whole, and only
     * one that has just come is looked for.
     */
    public Optional<Workspace> find(String slug) {
        // What has run out may still be counted for a while; either way of asking gives the same answer.
        if (recent.estimatedSize() < FEW) {
            return recent.get(slug);
        }
        return Optional.ofNullable(known.get("").get(slug)).or(() -> recent.get(slug));
    }

    /**
     * Whether a county stands elsewhere than it was known to, or is on its way; asks the registry, and what was known is forgotten where it
     * has.
     */
    boolean hasChanged(Workspace workspace) {
        boolean changed = load(workspace.slug()).filter(workspace::hasMovedBy).isPresent();
        if (changed) {
            known.invalidateAll();
            recent.invalidateAll();
        }
        return changed;
    }

    /**
     * The county where it stands now, for whoever could not enter it where it stood; reads the registry anew, unless somebody has since.
     *
     * @param before as it was found
     * @return empty where the registry names no other place
     * @throws Refusal 403 where its content cannot be reached any more
     */
    Optional<Workspace> findElsewhere(Workspace before) {
        String slug = before.slug();
        known.asMap()
                .computeIfPresent("", (every, all) -> isAt(before, Optional.ofNullable(all.get(slug))) ? null : all);
        recent.asMap().computeIfPresent(slug, (same, found) -> isAt(before, found) ? null : found);
        Optional<Workspace> now = PropagatedContext.empty().propagate(() -> find(slug));
        if (now.filter(workspace -> !workspace.state().readable()).isPresent()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "county-suspended", "tenancy.county.suspended", before.name());
        }
        return now.filter(workspace -> workspace.id().equals(before.id()) && !workspace.standsWhere(before));
    }

    private static boolean isAt(Workspace place, Optional<Workspace> found) {
        return found.filter(place::standsWhere).isPresent();
    }

    /** All counties whose content can be reached, by name; asks the registry. */
    public List<Workspace> list() {
        return registry.read(() -> dsl.fetch(REACHABLE + " ORDER BY name").map(this::workspace));
    }

    /** Ids of all counties that have a workspace, whatever their state; asks the registry. */
    public Set<String> ids() {
        return registry.read(
                () -> Set.copyOf(dsl.fetch("SELECT id FROM registry.workspace").getValues(0, String.class)));
    }

    /** All counties that people can write in, by name; asks the registry. */
    public List<Workspace> listWritable() {
        return list().stream().filter(Workspace::writable).toList();
    }

    /**
     * Counties whose content can be reached and whose figures were not reported since then, by name; asks the registry.
     *
     * @param since so that a second replica and a new start count nothing again
     */
    public List<Workspace> listUncounted(OffsetDateTime since) {
        return registry.read(() -> dsl.fetch(REACHABLE + " " + """
                AND NOT EXISTS (
                      SELECT 1 FROM registry.workspace_figures f WHERE f.tenant_id = workspace.id AND f.modified_at > ?::timestamptz)
                ORDER BY name""", since).map(this::workspace));
    }

    /** Runs a job in every county that people can write in, see {@link #each(String, List, Callable)}. */
    public void each(String name, Runnable job) {
        each(name, listWritable(), Executors.callable(job, name));
    }

    /**
     * Runs a job in one county after the other. A county whose job fails is logged and holds no other one up.
     *
     * @param name of the job in the log
     * @return what the job gave, without the counties in which it failed
     */
    public <T> Map<Workspace, T> each(String name, List<Workspace> counties, Callable<T> job) {
        var results = new LinkedHashMap<Workspace, T>();
        for (Workspace county : counties) {
            try {
                results.put(county, in(county, job));
            } catch (Refusal notNow) {
                LOG.warn("The job {} was refused for tenant {}: {}", name, county.id(), notNow.slug());
            } catch (Exception e) {
                LOG.error(
                        "The job {} failed for tenant {}: {}",
                        name,
                        county.id(),
                        e.getClass().getName());
            }
        }
        return results;
    }

    /**
     * Runs a job for one county and gives its result; the binding ends with it.
     *
     * @throws IllegalStateException where another county is bound already
     */
    public <T> T in(Workspace workspace, Callable<T> job) throws Exception {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        if (new CurrentWorkspace()
                .find()
                .filter(bound -> !bound.id().equals(workspace.id()))
                .isPresent()) {
            throw new IllegalStateException("another county is bound already");
        }
        return context.plus(CurrentWorkspace.element(workspace)).wrap(job).call();
    }

    /** Whether the tables of a workspace are those of this version, or it is gone; asks the registry. */
    boolean isAt(String version, Workspace workspace) {
        return registry.read(() -> dsl.fetch(
                        "SELECT 1 FROM registry.workspace WHERE id = ? AND schema_version IS DISTINCT FROM ?",
                        workspace.id(),
                        version)
                .isEmpty());
    }

    /** Number of the latest version of the catalogue that the provider has published, at most four seconds ago. */
    public int publishedCatalogue() {
        return published.get("");
    }

    private int loadPublished() {
        return registry.read(() -> dsl.fetchSingle("SELECT number FROM registry.published_catalogue"))
                .get("number", Integer.class);
    }

    /** Counts the workspaces by whether their tables are those of this program; asks the registry. */
    BySchema countBySchema(String version) {
        return registry.read(() -> dsl.fetchSingle(
                        "SELECT count(*) FILTER (WHERE schema_version = ?) AS current, count(*) AS total FROM registry.workspace",
                        version)
                .map(row -> BySchema.of(row.get("current", Integer.class), row.get("total", Integer.class))));
    }

    /**
     * Numbers of workspaces.
     *
     * @param current with the tables of this program
     * @param other with older ones, or newer
     */
    record BySchema(int current, int other) {
        private static BySchema of(int current, int total) {
            return new BySchema(current, total - current);
        }
    }

    /**
     * How much a workspace is used, without a word of what stands in it.
     *
     * @param accounts people who can sign in
     * @param lastSignIn null where nobody has signed in lately
     * @param openRounds reporting rounds that people can answer now
     * @param settled questions of the guided start that are decided or do not apply
     * @param questions all of them
     * @param uploadBytes size of the files that people have uploaded
     * @param mails what could not be sent
     */
    public record Figures(
            int accounts,
            @Nullable OffsetDateTime lastSignIn,
            int openRounds,
            int settled,
            int questions,
            long uploadBytes,
            Undelivered mails) {}

    /** Tells the provider how much a workspace is used. */
    public void report(Workspace workspace, Figures figures, OffsetDateTime now) {
        registry.write(() -> dsl.execute(
                """
                        INSERT INTO registry.workspace_figures
                          (tenant_id, accounts, last_sign_in, open_rounds, settled, questions, upload_bytes,
                           mails_waiting, mails_given_up, mails_oldest, mails_fault, created_at, modified_at, version)
                        VALUES (?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz, 0)
                        ON CONFLICT (tenant_id) DO UPDATE
                        SET accounts = excluded.accounts, last_sign_in = excluded.last_sign_in,
                            open_rounds = excluded.open_rounds, settled = excluded.settled, questions = excluded.questions,
                            upload_bytes = excluded.upload_bytes, mails_waiting = excluded.mails_waiting,
                            mails_given_up = excluded.mails_given_up, mails_oldest = excluded.mails_oldest,
                            mails_fault = excluded.mails_fault, modified_at = excluded.modified_at,
                            version = workspace_figures.version + 1
                        """,
                workspace.id(),
                figures.accounts(),
                figures.lastSignIn(),
                figures.openRounds(),
                figures.settled(),
                figures.questions(),
                figures.uploadBytes(),
                figures.mails().waiting(),
                figures.mails().givenUp(),
                figures.mails().oldest(),
                figures.mails().fault(),
                now,
                now));
    }

    private Map<String, Workspace> loadAll() {
        return registry.read(() -> dsl.fetch(COLUMNS).stream()
                .map(this::workspace)
                .collect(Collectors.toMap(Workspace::slug, Function.identity())));
    }

    private Optional<Workspace> load(String slug) {
        return registry.read(
                () -> dsl.fetchOptional(COLUMNS + " WHERE slug = ?", slug).map(this::workspace));
    }

    private Workspace workspace(Record row) {
        return new Workspace(
                row.get("id", java.util.UUID.class),
                row.get("ags", String.class),
                row.get("name", String.class),
                row.get("slug", String.class),
                row.get("data_source", String.class),
                row.get("schema_name", String.class),
                row.get("role_name", String.class),
                Objects.requireNonNullElse(row.get("schema_version", String.class), ""),
                TenantState.of(row.get("state", String.class)),
                new OwnQuota(
                                row.get("quota_requests", Integer.class),
                                row.get("quota_jobs", Integer.class),
                                row.get("quota_megabytes", Integer.class),
                                row.get("quota_accounts", Integer.class))
                        .over(usual),
                row.get("sessions_since", OffsetDateTime.class));
    }
}
