package de.kreiskonzept.admin.deletion;

import static de.kreiskonzept.schema.registry.Tables.EXAMINATION_FINDING;
import static de.kreiskonzept.schema.registry.Tables.MAIL_OUTBOX;
import static de.kreiskonzept.schema.registry.Tables.MIGRATION_FAILURE;
import static de.kreiskonzept.schema.registry.Tables.PROVISIONING_STEP;
import static de.kreiskonzept.schema.registry.Tables.SIGNUP;
import static de.kreiskonzept.schema.registry.Tables.SUPPORT_GRANT;
import static de.kreiskonzept.schema.registry.Tables.TENANT_QUOTA;
import static de.kreiskonzept.schema.registry.Tables.TRANSFER_IMPORT;
import static de.kreiskonzept.schema.registry.Tables.WORKSPACE_FIGURES;

import de.kreiskonzept.admin.registry.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the registry keeps of people of a county: its requests with the contact, the mail to that address, who let somebody in. */
@Singleton
final class RegistryTraces {
    private final DSLContext db;

    RegistryTraces(DSLContext db) {
        this.db = db;
    }

    /** Mail to the contacts of this county. */
    List<UUID> mails(Tenant tenant) {
        return db.select(MAIL_OUTBOX.ID).from(MAIL_OUTBOX).where(isTo(tenant)).fetch(MAIL_OUTBOX.ID);
    }

    /** Deletes everything but the tenant itself, its changes of state and the deletion. */
    void delete(Tenant tenant) {
        db.deleteFrom(MAIL_OUTBOX).where(isTo(tenant)).execute();
        db.deleteFrom(SIGNUP).where(SIGNUP.AGS.eq(tenant.ags().text())).execute();
        db.deleteFrom(WORKSPACE_FIGURES)
                .where(WORKSPACE_FIGURES.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(TENANT_QUOTA)
                .where(TENANT_QUOTA.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(SUPPORT_GRANT)
                .where(SUPPORT_GRANT.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(MIGRATION_FAILURE)
                .where(MIGRATION_FAILURE.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(EXAMINATION_FINDING)
                .where(EXAMINATION_FINDING.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(TRANSFER_IMPORT)
                .where(TRANSFER_IMPORT.TENANT_ID.eq(tenant.id()))
                .execute();
        db.deleteFrom(PROVISIONING_STEP)
                .where(PROVISIONING_STEP.TENANT_ID.eq(tenant.id()))
                .execute();
    }

    /** Somebody may act for two counties: the mail of the one that stays must stay. */
    private static Condition isTo(Tenant tenant) {
        var others = SIGNUP.as("others");
        return MAIL_OUTBOX
                .RECIPIENT
                .in(DSL.select(SIGNUP.EMAIL)
                        .from(SIGNUP)
                        .where(SIGNUP.AGS.eq(tenant.ags().text())))
                .and(MAIL_OUTBOX.RECIPIENT.notIn(DSL.select(others.EMAIL)
                        .from(others)
                        .where(others.AGS.ne(tenant.ags().text()))));
    }
}
