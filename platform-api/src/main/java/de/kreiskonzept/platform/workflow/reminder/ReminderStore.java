package de.kreiskonzept.platform.workflow.reminder;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_PROCESS;
import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_REMINDER;
import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_STEP;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.workflow.ReminderKind;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.WorkflowReminderRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of reminders of steps. */
@Singleton
@InWorkspace
class ReminderStore {
    private static final int MOST = 1000;

    private final DSLContext dsl;
    private final Clock clock;

    ReminderStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Open steps that end soon or should have ended, and of whose last day nobody was told yet; at most 1000, the earliest first. */
    @InWorkspace(readOnly = true)
    List<EndingStep> listDue(LocalDate today) {
        var kind = DSL.when(WORKFLOW_STEP.LAST_DAY.lt(today), ReminderKind.LATE.text())
                .otherwise(ReminderKind.AHEAD.text());
        return dsl.select(
                        WORKFLOW_STEP.ID,
                        WORKFLOW_STEP.TITLE,
                        WORKFLOW_PROCESS.ID,
                        WORKFLOW_PROCESS.TITLE,
                        WORKFLOW_STEP.LAST_DAY,
                        IDENTITY_ACCOUNT.ID)
                .from(WORKFLOW_STEP)
                .join(WORKFLOW_PROCESS)
                .on(WORKFLOW_PROCESS.ID.eq(WORKFLOW_STEP.PROCESS_ID))
                .leftJoin(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(WORKFLOW_STEP.OWNER_ID))
                .and(IDENTITY_ACCOUNT.STATE.eq("active"))
                .and(IDENTITY_ACCOUNT.ROLE.in(Roles.LEAD, Roles.EDITOR))
                .where(WORKFLOW_STEP.LAST_DAY.le(ReminderKind.horizon(today)))
                .and(WORKFLOW_STEP.STATE.in(StepState.PLANNED.text(), StepState.UNDER_WAY.text()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(WORKFLOW_REMINDER)
                        .where(WORKFLOW_REMINDER.STEP_ID.eq(WORKFLOW_STEP.ID))
                        .and(WORKFLOW_REMINDER.LAST_DAY.eq(WORKFLOW_STEP.LAST_DAY))
                        .and(WORKFLOW_REMINDER.KIND.eq(kind))))
                .orderBy(WORKFLOW_STEP.LAST_DAY, WORKFLOW_STEP.POSITION, WORKFLOW_STEP.ID)
                .limit(MOST)
                .fetch(row -> new EndingStep(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        ReminderKind.of(row.value5(), today),
                        row.value6()));
    }

    /** Notes that people are told of these steps; gives the ids of those that no other server has noted just now. */
    Set<UUID> note(List<EndingStep> steps) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return dsl.insertInto(WORKFLOW_REMINDER)
                .set(steps.stream()
                        .map(step -> new WorkflowReminderRecord(
                                Ids.create(clock), step.id(), step.kind().text(), step.lastDay(), now, now, 0L))
                        .toList())
                .onConflictDoNothing()
                .returning(WORKFLOW_REMINDER.STEP_ID)
                .fetchSet(WORKFLOW_REMINDER.STEP_ID);
    }
}
