package de.kreiskonzept.admin.mail;

import static de.kreiskonzept.schema.registry.Tables.TENANT;
import static de.kreiskonzept.schema.registry.Tables.WORKSPACE_FIGURES;

import de.kreiskonzept.foundation.mail.Undelivered;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/** What the platform has counted of the mail of counties, in the table workspace_figures. */
@Singleton
final class MailFigureStore {
    private final DSLContext db;

    MailFigureStore(DSLContext db) {
        this.db = db;
    }

    /** Number of counties that have any. */
    int count() {
        return db.fetchCount(WORKSPACE_FIGURES, WORKSPACE_FIGURES.MAILS_OLDEST.isNotNull());
    }

    List<CountyMails> counties() {
        return db.select(
                        TENANT.ID,
                        TENANT.NAME,
                        WORKSPACE_FIGURES.MAILS_WAITING,
                        WORKSPACE_FIGURES.MAILS_GIVEN_UP,
                        WORKSPACE_FIGURES.MAILS_OLDEST,
                        WORKSPACE_FIGURES.MAILS_FAULT,
                        WORKSPACE_FIGURES.MODIFIED_AT)
                .from(WORKSPACE_FIGURES)
                .join(TENANT)
                .on(TENANT.ID.eq(WORKSPACE_FIGURES.TENANT_ID))
                .where(WORKSPACE_FIGURES.MAILS_OLDEST.isNotNull())
                .orderBy(WORKSPACE_FIGURES.MAILS_OLDEST, TENANT.ID)
                .limit(MailFigures.MOST)
                .fetch(row -> new CountyMails(
                        row.value1(),
                        row.value2(),
                        new Undelivered(row.value3(), row.value4(), row.value5(), row.value6()),
                        row.value7()));
    }
}
