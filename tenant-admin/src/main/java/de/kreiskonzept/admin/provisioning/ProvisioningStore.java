package de.kreiskonzept.admin.provisioning;

import static de.kreiskonzept.schema.registry.Tables.PROVISIONING_STEP;
import static de.kreiskonzept.schema.registry.Tables.TENANT;

import de.kreiskonzept.model.tenant.TenantState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The table provisioning_step. */
@Singleton
final class ProvisioningStore {
    private final DSLContext db;
    private final Clock clock;

    ProvisioningStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Tenants whose workspace is to be built or is half built, those that wait longest first. */
    List<UUID> unfinished() {
        return db.select(TENANT.ID)
                .from(TENANT)
                .where(TENANT.STATE.in(TenantState.APPROVED.text(), TenantState.PROVISIONING.text()))
                .orderBy(TENANT.MODIFIED_AT, TENANT.ID)
                .fetch(TENANT.ID);
    }

    /** All steps in their order, also those that were not begun. */
    List<StepProgress> list(UUID tenant) {
        var rows = db.selectFrom(PROVISIONING_STEP)
                .where(PROVISIONING_STEP.TENANT_ID.eq(tenant))
                .fetchMap(PROVISIONING_STEP.STEP);
        return Arrays.stream(Step.values())
                .map(step -> {
                    var row = rows.get(step.text());
                    return row == null
                            ? new StepProgress(step, null, 0, null)
                            : new StepProgress(step, row.getDoneAt(), row.getAttempts(), row.getLastError());
                })
                .toList();
    }

    int attempts(UUID tenant, Step step) {
        return list(tenant).stream()
                .filter(progress -> progress.step() == step)
                .mapToInt(StepProgress::attempts)
                .sum();
    }

    void begin(UUID tenant, Step step) {
        db.insertInto(PROVISIONING_STEP)
                .set(PROVISIONING_STEP.TENANT_ID, tenant)
                .set(PROVISIONING_STEP.STEP, step.text())
                .set(PROVISIONING_STEP.ATTEMPTS, 1)
                .set(PROVISIONING_STEP.CREATED_AT, now())
                .set(PROVISIONING_STEP.MODIFIED_AT, now())
                .set(PROVISIONING_STEP.VERSION, 0L)
                .onConflict(PROVISIONING_STEP.TENANT_ID, PROVISIONING_STEP.STEP)
                .doUpdate()
                .set(PROVISIONING_STEP.ATTEMPTS, PROVISIONING_STEP.ATTEMPTS.plus(1))
                .set(PROVISIONING_STEP.MODIFIED_AT, now())
                .set(PROVISIONING_STEP.VERSION, PROVISIONING_STEP.VERSION.plus(1))
                .execute();
    }

    void done(UUID tenant, Step step) {
        update(tenant, step, now(), null);
    }

    void failed(UUID tenant, Step step, String error) {
        update(tenant, step, null, error);
    }

    /** Lets steps that failed begin to count anew. */
    void forgetFailures(UUID tenant) {
        db.update(PROVISIONING_STEP)
                .set(PROVISIONING_STEP.ATTEMPTS, 0)
                .set(PROVISIONING_STEP.MODIFIED_AT, now())
                .set(PROVISIONING_STEP.VERSION, PROVISIONING_STEP.VERSION.plus(1))
                .where(PROVISIONING_STEP.TENANT_ID.eq(tenant), PROVISIONING_STEP.DONE_AT.isNull())
                .execute();
    }

    private void update(UUID tenant, Step step, @Nullable OffsetDateTime doneAt, @Nullable String error) {
        db.update(PROVISIONING_STEP)
                .set(PROVISIONING_STEP.DONE_AT, doneAt)
                .set(PROVISIONING_STEP.LAST_ERROR, error)
                .set(PROVISIONING_STEP.MODIFIED_AT, now())
                .set(PROVISIONING_STEP.VERSION, PROVISIONING_STEP.VERSION.plus(1))
                .where(PROVISIONING_STEP.TENANT_ID.eq(tenant), PROVISIONING_STEP.STEP.eq(step.text()))
                .execute();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
