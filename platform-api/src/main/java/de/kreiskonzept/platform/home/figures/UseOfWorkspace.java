package de.kreiskonzept.platform.home.figures;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_SESSION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ROUND;

import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.Undelivered;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.model.onboarding.Progress;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspaces.Figures;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Counts how much the workspace of a county is used. */
@Singleton
@InWorkspace(readOnly = true)
public class UseOfWorkspace {
    private final Answering answering;
    private final UploadSpace space;
    private final Outbox outbox;
    private final DSLContext dsl;

    UseOfWorkspace(Answering answering, UploadSpace space, Outbox outbox, DSLContext dsl) {
        this.answering = answering;
        this.space = space;
        this.outbox = outbox;
        this.dsl = dsl;
    }

    /** The figures as they are now. */
    public Figures count() {
        Progress progress = answering.get().progress();
        var accounts = DSL.selectCount()
                .from(IDENTITY_ACCOUNT)
                .where(IDENTITY_ACCOUNT.STATE.eq("active"))
                .<Integer>asField();
        var signIn = DSL.select(DSL.max(IDENTITY_SESSION.CREATED_AT))
                .from(IDENTITY_SESSION)
                .<OffsetDateTime>asField();
        var rounds = DSL.selectCount()
                .from(MONITORING_ROUND)
                .where(MONITORING_ROUND.STATE.eq(RoundState.OPEN.text()))
                .<Integer>asField();
        long uploads = space.taken();
        Undelivered mails = outbox.undelivered();
        return dsl.select(accounts, signIn, rounds)
                .fetchSingle(row -> new Figures(
                        row.value1(), row.value2(), row.value3(), progress.done(), progress.total(), uploads, mails));
    }
}
