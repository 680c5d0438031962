package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.move.MoveProgress.Claim;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a county to another database. Each step is done and then noted, so whoever comes after a crash does at most the last step again;
 * what fails five times is taken back.
 */
@Singleton
public final class Moving {
    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final MoveProgress progress;
    private final Departure departure;
    private final OldPlace oldPlace;
    private final NewPlace newPlace;

    Moving(MoveProgress progress, Departure departure, OldPlace oldPlace, NewPlace newPlace) {
        this.progress = progress;
        this.departure = departure;
        this.oldPlace = oldPlace;
        this.newPlace = newPlace;
    }

    /** Tenants whose move goes on now. */
    public List<UUID> unfinished() {
        return progress.unfinished();
    }

    /**
     * Carries a move out, or takes it back where it was called off; until its end, or until a step fails.
     *
     * @return false when somebody else is at it, a step failed and is to be tried again, or a migration keeps the county from setting out
     */
    public boolean complete(UUID tenant) {
        // A holder for each run: two of one process must not take each other's lease for their own.
        var holder = "run " + UUID.randomUUID();
        var outcome = advance(tenant, holder);
        while (outcome == Outcome.STEP_DONE || outcome == Outcome.WAITING) {
            if (outcome == Outcome.WAITING) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            outcome = advance(tenant, holder);
        }
        return outcome == Outcome.FINISHED;
    }

    /** Does one step, or looks whether it can be done; the lease stays with the holder. */
    Outcome advance(UUID tenant, String holder) {
        return switch (progress.claim(tenant, holder)) {
            case Claim.Busy _ -> Outcome.BUSY;
            case Claim.Finished _ -> Outcome.FINISHED;
            case Claim.Work work -> attempt(work);
        };
    }

    private Outcome attempt(Claim.Work work) {
        try {
            return perform(work);
        } catch (SQLException e) {
            return failed(work, "SQLSTATE " + e.getSQLState(), e);
        } catch (RuntimeException e) {
            return failed(work, e.getClass().getSimpleName(), e);
        }
    }

    private Outcome failed(Claim.Work work, String kind, Exception cause) {
        LOG.error(
                "Step {} of the move of tenant {} failed: {}",
                work.move().step(),
                work.move().tenantId(),
                kind,
                cause);
        progress.failed(work, kind);
        return Outcome.STEP_FAILED;
    }

    private Outcome perform(Claim.Work work) throws SQLException {
        var move = work.move();
        return switch (move.step()) {
            case PLANNED -> done(work, departure.begin(work));
            case NOTICE -> progress.isNoticed(move) ? done(work, progress.next(work, MoveStep.LOCK)) : Outcome.WAITING;
            case LOCK -> oldPlace.lock(move.from()) ? done(work, progress.next(work, MoveStep.COPY)) : Outcome.WAITING;
            case COPY -> done(work, newPlace.fill(work));
            case WITHDRAWAL -> progress.isNoticed(move) ? withdraw(work) : Outcome.WAITING;
            case TAKING_BACK -> takeBack(work);
            case MOVED, TAKEN_BACK -> Outcome.FINISHED;
        };
    }

    private Outcome withdraw(Claim.Work work) throws SQLException {
        oldPlace.withdraw(work.move().from());
        return done(work, progress.moved(work));
    }

    private Outcome takeBack(Claim.Work work) throws SQLException {
        var current = oldPlace.unlock(work.move().from());
        return done(work, progress.takenBack(work, current));
    }

    /** What was called off meanwhile, or has to wait for its turn, need not wait for the end of the lease. */
    private Outcome done(Claim.Work work, boolean noted) {
        if (!noted) {
            progress.leave(work);
        }
        return noted ? Outcome.STEP_DONE : Outcome.BUSY;
    }

    /** What came of one attempt. */
    enum Outcome {
        STEP_DONE,
        WAITING,
        STEP_FAILED,
        BUSY,
        FINISHED
    }
}
