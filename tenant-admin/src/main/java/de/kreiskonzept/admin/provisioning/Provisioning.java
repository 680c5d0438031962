package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.provisioning.Progress.Claim;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.foundation.signin.Tickets;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the workspace of an approved county: role, schema and tables, grants, first account, activation. Each step is done
 * and then noted, so whoever comes after a crash does at most the last step again.
 */
@Singleton
public final class Provisioning {
    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final Progress progress;
    private final Building building;
    private final Signups signups;
    private final InvitationLetter letter;
    private final Durations durations;

    Provisioning(Progress progress, Building building, Signups signups, InvitationLetter letter, Durations durations) {
        this.progress = progress;
        this.building = building;
        this.signups = signups;
        this.letter = letter;
        this.durations = durations;
    }

    /** Tenants that are not built to the end. */
    public List<UUID> unfinished() {
        return progress.unfinished();
    }

    /**
     * Builds a workspace to its end, or until a step fails.
     *
     * @return false when somebody else is at it, or a step failed and is to be tried again
     */
    public boolean complete(UUID tenant) {
        // A holder for each run: two of one process must not take each other's lease for their own.
        var holder = "run " + UUID.randomUUID();
        var begin = System.nanoTime();
        var first = advance(tenant, holder);
        var outcome = first;
        while (outcome == Outcome.STEP_DONE) {
            outcome = advance(tenant, holder);
        }
        if (first == Outcome.STEP_DONE || outcome == Outcome.STEP_FAILED) {
            durations.note(outcome == Outcome.FINISHED, Duration.ofNanos(System.nanoTime() - begin));
        }
        return outcome == Outcome.FINISHED;
    }

    /** Does one step; the lease stays with the holder. */
    Outcome advance(UUID tenant, String holder) {
        return switch (progress.claim(tenant, holder)) {
            case Claim.Busy _ -> Outcome.BUSY;
            case Claim.Finished _ -> Outcome.FINISHED;
            case Claim.Work work -> attempt(work);
        };
    }

    private Outcome attempt(Claim.Work work) {
        try {
            return perform(work) ? Outcome.STEP_DONE : Outcome.BUSY;
        } catch (SQLException e) {
            return failed(work, "SQLSTATE " + e.getSQLState(), e);
        } catch (RuntimeException e) {
            return failed(work, e.getClass().getSimpleName(), e);
        }
    }

    private Outcome failed(Claim.Work work, String kind, Exception cause) {
        LOG.error("Step {} for tenant {} failed: {}", work.step(), work.tenant().id(), kind, cause);
        progress.failed(work, kind);
        return Outcome.STEP_FAILED;
    }

    private boolean perform(Claim.Work work) throws SQLException {
        var tenant = work.tenant();
        switch (work.step()) {
            case ROLE -> building.createRole(tenant);
            case SCHEMA -> building.createSchema(tenant);
            case GRANTS -> building.grant(tenant);
            case SEED -> building.seed(tenant, signup(tenant));
            case ACTIVATION -> {
                return activate(work, signup(tenant));
            }
        }
        progress.done(work, building.version());
        return true;
    }

    private boolean activate(Claim.Work work, Signup signup) throws SQLException {
        var token = Tickets.create();
        building.invite(work.tenant(), signup, Tickets.hash(token), work.at());
        return progress.activate(work, () -> letter.send(work.tenant(), signup, token, Progress.ACTOR));
    }

    private Signup signup(Tenant tenant) {
        return signups.findByTenant(tenant.id())
                .orElseThrow(() -> new IllegalStateException("A tenant comes from a sign-up"));
    }

    /** What came of one attempt. */
    enum Outcome {
        STEP_DONE,
        STEP_FAILED,
        BUSY,
        FINISHED
    }
}
