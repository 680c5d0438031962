package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.foundation.mail.Mailbox;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes all that a county has stored once its waiting time is over. Each step is done and then noted, so whoever comes after a crash does
 * at most the last step again.
 */
@Singleton
public final class Erasure {
    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final ErasureProgress progress;
    private final Erasing erasing;
    private final Mailbox mailbox;
    private final ObjectMapper json;

    Erasure(ErasureProgress progress, Erasing erasing, Mailbox mailbox, ObjectMapper json) {
        this.progress = progress;
        this.erasing = erasing;
        this.mailbox = mailbox;
        this.json = json;
    }

    /** Tenants whose data are being removed, or whose waiting time is over. */
    public List<UUID> due() {
        return progress.due();
    }

    /**
     * Removes everything of a county whose waiting time is over, or until a step fails; nothing of any other one.
     *
     * @return false when somebody else is at it, or a step failed and is to be tried again
     */
    public boolean complete(UUID tenant) {
        // A holder for each run: two of one process must not take each other's lease for their own.
        var holder = "run " + UUID.randomUUID();
        var outcome = advance(tenant, holder);
        while (outcome == Outcome.STEP_DONE) {
            outcome = advance(tenant, holder);
        }
        return outcome == Outcome.FINISHED;
    }

    /** Does one step; the lease stays with the holder. */
    Outcome advance(UUID tenant, String holder) {
        return switch (progress.claim(tenant, holder)) {
            case ErasureProgress.Claim.Busy _ -> Outcome.BUSY;
            case ErasureProgress.Claim.Finished _ -> Outcome.FINISHED;
            case ErasureProgress.Claim.Work work -> attempt(work);
        };
    }

    private Outcome attempt(ErasureProgress.Claim.Work work) {
        try {
            return perform(work) ? Outcome.STEP_DONE : Outcome.BUSY;
        } catch (SQLException e) {
            return failed(work, "SQLSTATE " + e.getSQLState(), e);
        } catch (RuntimeException e) {
            return failed(work, e.getClass().getSimpleName(), e);
        }
    }

    private Outcome failed(ErasureProgress.Claim.Work work, String kind, Exception cause) {
        LOG.error("Step {} for tenant {} failed: {}", work.step(), work.tenant().id(), kind, cause);
        progress.failed(work, kind);
        return Outcome.STEP_FAILED;
    }

    private boolean perform(ErasureProgress.Claim.Work work) throws SQLException {
        var tenant = work.tenant();
        return switch (work.step()) {
            case COUNT -> progress.counted(work, erasing.count(tenant));
            case MAILBOX -> {
                var mails = new ArrayList<>(erasing.mails(tenant));
                mails.addAll(progress.mails(tenant));
                mailbox.remove(mails);
                yield progress.done(work);
            }
            case WORKSPACE -> {
                erasing.drop(tenant);
                yield progress.done(work);
            }
            case REGISTRY -> progress.forget(work);
            case CERTIFICATE -> progress.finish(work, this::text);
        };
    }

    private String text(Certificate certificate) {
        try {
            return json.writeValueAsString(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of one attempt. */
    enum Outcome {
        STEP_DONE,
        STEP_FAILED,
        BUSY,
        FINISHED
    }
}
