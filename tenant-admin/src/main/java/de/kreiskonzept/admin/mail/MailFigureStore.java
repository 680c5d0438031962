package de.kreiskonzept.admin.mail;

import static de.kreiskonzept.schema.registry.Tables.TENANT;
import static de.kreiskonzept.schema.registry.Tables.WORKSPACE_FIGURES;

import de.kreiskonzept.foundation.mail.Undelivered;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.impl.DSL;

/** What the platform has counted of the mail of counties, in the table workspace_figures. */
@Singleton
final class MailFigureStore {
    private final DSLContext db;

    MailFigureStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Reads and counts the counties that have any.
     *
     * @param own mail of the registry
     */
    MailFigures look(Undelivered own) {
        var rows = db.select(
                        TENANT.ID,
                        TENANT.NAME,
                        WORKSPACE_FIGURES.MAILS_WAITING,
                        WORKSPACE_FIGURES.MAILS_GIVEN_UP,
                        WORKSPACE_FIGURES.MAILS_OLDEST,
                        WORKSPACE_FIGURES.MAILS_FAULT,
                        WORKSPACE_FIGURES.MODIFIED_AT,
                        DSL.count().over())
                .from(WORKSPACE_FIGURES)
                .join(TENANT)
                .on(TENANT.ID.eq(WORKSPACE_FIGURES.TENANT_ID))
                .where(WORKSPACE_FIGURES.MAILS_OLDEST.isNotNull())
                .orderBy(WORKSPACE_FIGURES.MAILS_OLDEST, TENANT.ID)
                .limit(MailFigures.MOST)
                .fetch();
        return new MailFigures(
                own,
                rows.map(MailFigureStore::county),
                rows.isEmpty() ? 0 : rows.getFirst().value8());
    }

    private static CountyMails county(
            Record8<UUID, String, Integer, Integer, OffsetDateTime, String, OffsetDateTime, Integer> row) {
        return new CountyMails(
                row.value1(),
                row.value2(),
                new Undelivered(row.value3(), row.value4(), row.value5(), row.value6()),
                row.value7());
    }
}
