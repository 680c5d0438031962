package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.job.Leases;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What of a move is done and what comes next; every method is one transaction on the registry. */
@Singleton
@Transactional
class MoveProgress {
    private static final Actor ACTOR = Actor.without("Umzug");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final MoveStore store;
    private final Tenants tenants;
    private final SpareSchemas spares;
    private final Leases leases;
    private final Texts texts;
    private final Duration notice;

    MoveProgress(
            MoveStore store,
            Tenants tenants,
            SpareSchemas spares,
            Leases leases,
            Texts texts,
            @Value("${kreiskonzept.move-notice:6s}") Duration notice) {
        this.store = store;
        this.tenants = tenants;
        this.spares = spares;
        this.leases = leases;
        this.texts = texts;
        this.notice = notice;
    }

    /** Tenants whose move goes on now. */
    List<UUID> unfinished() {
        return store.unfinished();
    }

    /**
     * Claims the next step for a minute.
     *
     * @param holder another one for each run
     */
    Claim claim(UUID tenant, String holder) {
        var latest = store.findLatest(tenant).filter(Move::isUnderWay);
        if (latest.isEmpty()) {
            return new Claim.Finished();
        }
        if (latest.get().isWaiting(now()) || !leases.take(lease(tenant), holder, LEASE)) {
            return new Claim.Busy();
        }
        tenants.lock(tenant);
        return store.findLatest(tenant)
                .filter(Move::isUnderWay)
                .<Claim>map(move -> new Claim.Work(move, holder))
                .orElseGet(Claim.Finished::new);
    }

    /** Whether every replica of the platform has read the registry since the step before. */
    boolean isNoticed(Move move) {
        var since = Objects.requireNonNullElse(move.switchedAt(), move.noticedAt());
        return !since.plus(notice).isAfter(now());
    }

    OffsetDateTime now() {
        return store.now();
    }

    /**
     * Notes the next step.
     *
     * @return false when somebody else has taken the work over or called the move off, and nothing was changed; so do the others
     */
    boolean next(Claim.Work work, MoveStep step) {
        if (!isStillOurs(work)) {
            return false;
        }
        store.next(work.move().id(), step);
        return true;
    }

    /** Notes a schema before it is made; the one of an earlier attempt is known to be spare. */
    boolean fill(Claim.Work work, Place place) {
        if (!isStillOurs(work)) {
            return false;
        }
        spares.begin(place);
        store.fill(work.move().id(), place.schema());
        return true;
    }

    /** Notes how much is copied, and keeps the schema from being removed meanwhile. */
    boolean copied(Claim.Work work, Place place, Move.Copied copied) {
        if (!isStillOurs(work)) {
            return false;
        }
        spares.prolong(place.schema());
        store.copied(work.move().id(), copied);
        return true;
    }

    /**
     * Points the registry to the new place and gives the county its state back, in one transaction.
     *
     * @param digest of what both places hold
     */
    boolean switchTo(Claim.Work work, Place place, String digest) {
        if (!isStillOurs(work) || !spares.take(place.schema())) {
            return false;
        }
        var move = work.move();
        spares.keep(move.from(), move.tenantId());
        var reason = texts.text("move.reason", shown(move.from()), shown(place));
        tenants.moveTo(move.tenantId(), new Tenants.Arrival(place, move.before(), reason, digest), ACTOR);
        store.switched(move.id());
        return true;
    }

    private String shown(Place place) {
        return texts.wordOr("datasource.named." + place.dataSource(), place.dataSource());
    }

    /** Ends a move whose county is at the new place. */
    boolean moved(Claim.Work work) {
        return finish(work, MoveStep.MOVED);
    }

    /**
     * Gives the county the state that it had; it stands where it was.
     *
     * @param current whether its tables are those of this program; else the registry keeps the version that it knows
     */
    boolean takenBack(Claim.Work work, boolean current) {
        if (!finish(work, MoveStep.TAKEN_BACK)) {
            return false;
        }
        var move = work.move();
        if (current) {
            tenants.builtNow(move.tenantId());
        }
        tenants.change(move.tenantId(), move.before(), ACTOR, texts.text("move.reason.takenBack"));
        return true;
    }

    /** Ends a move that has not set out, with its reason. */
    boolean end(Claim.Work work, Obstacle obstacle) {
        store.explain(work.move().id(), texts.text(obstacle.reasonKey()));
        return finish(work, MoveStep.TAKEN_BACK);
    }

    /** Ends a move, and gives the lease back. */
    boolean finish(Claim.Work work, MoveStep end) {
        if (!isStillOurs(work)) {
            return false;
        }
        store.finish(work.move().id(), end);
        leases.release(lease(work.move().tenantId()), work.holder());
        return true;
    }

    /** Gives the lease back, if it is still held. */
    void leave(Claim.Work work) {
        leases.release(lease(work.move().tenantId()), work.holder());
    }

    /** Notes a failure; what was done by it after all, such as a commit without an answer, stays done. */
    void failed(Claim.Work work, String error) {
        if (isStillOurs(work)) {
            store.failed(work.move(), error);
            leases.release(lease(work.move().tenantId()), work.holder());
        }
    }

    /** The lease is held, and the move is at the same step: nobody has gone on or called it off. The tenant is locked then. */
    boolean isStillOurs(Claim.Work work) {
        var move = work.move();
        if (!leases.keep(lease(move.tenantId()), work.holder(), LEASE)) {
            return false;
        }
        tenants.lock(move.tenantId());
        return store.findLatest(move.tenantId())
                .filter(Move::isUnderWay)
                .filter(latest -> latest.id().equals(move.id()) && latest.step() == move.step())
                .isPresent();
    }

    private static String lease(UUID tenant) {
        return "move " + tenant;
    }

    /** What a claim has given. */
    sealed interface Claim {
        /**
         * The step of this move is to be done now.
         *
         * @param holder of the lease
         */
        record Work(Move move, String holder) implements Claim {}

        /** Somebody else is at it, or a failure keeps it waiting. */
        record Busy() implements Claim {}

        /** Nothing is left to do. */
        record Finished() implements Claim {}
    }
}
