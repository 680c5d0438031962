package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.provisioning.Progress.Claim;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.SQLException;
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

    private final String holder = "console " + UUID.randomUUID();
    private final Progress progress;
    private final Building building;
    private final Signups signups;
    private final Outbox outbox;
    private final Texts texts;
    private final String publicUrl;

    Provisioning(
            Progress progress,
            Building building,
            Signups signups,
            Outbox outbox,
            Texts texts,
            @Value("${kreiskonzept.public-url}") String publicUrl) {
        this.progress = progress;
        this.building = building;
        this.signups = signups;
        this.outbox = outbox;
        this.texts = texts;
        this.publicUrl = publicUrl;
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
        var outcome = advance(tenant);
        while (outcome == Outcome.STEP_DONE) {
            outcome = advance(tenant);
        }
        return outcome == Outcome.FINISHED;
    }

    /** Does one step. */
    Outcome advance(UUID tenant) {
        return switch (progress.claim(tenant, holder)) {
            case Claim.Busy _ -> Outcome.BUSY;
            case Claim.Finished _ -> Outcome.FINISHED;
            case Claim.Work work -> attempt(work);
        };
    }

    private Outcome attempt(Claim.Work work) {
        try {
            perform(work);
            return Outcome.STEP_DONE;
        } catch (SQLException e) {
            return failed(work, "SQLSTATE " + e.getSQLState(), e);
        } catch (RuntimeException e) {
            return failed(work, e.getClass().getSimpleName(), e);
        }
    }

    private Outcome failed(Claim.Work work, String kind, Exception cause) {
        LOG.error("Step {} for tenant {} failed", work.step(), work.tenant().id(), cause);
        progress.failed(work, holder, kind);
        return Outcome.STEP_FAILED;
    }

    private void perform(Claim.Work work) throws SQLException {
        var tenant = work.tenant();
        switch (work.step()) {
            case ROLE -> building.createRole(tenant);
            case SCHEMA -> building.createSchema(tenant);
            case GRANTS -> building.grant(tenant);
            case SEED -> building.seed(tenant, signup(tenant));
            case ACTIVATION -> {
                activate(work, signup(tenant));
                return;
            }
        }
        progress.done(work, building.version());
    }

    private void activate(Claim.Work work, Signup signup) throws SQLException {
        var token = Tickets.create();
        building.invite(work.tenant(), signup, Tickets.hash(token));
        progress.activate(work, holder, () -> outbox.enqueue(invitation(work.tenant(), signup, token)));
    }

    private Mail invitation(Tenant tenant, Signup signup, String token) {
        var link = publicUrl + "/" + tenant.slug() + "/einladung/" + token;
        Object[] args = {signup.contactName(), tenant.name(), link, Building.INVITATION.toDays()};
        return new Mail(
                signup.email(),
                texts.text("provisioning.invitation.subject", args),
                texts.text("provisioning.invitation.body", args));
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
