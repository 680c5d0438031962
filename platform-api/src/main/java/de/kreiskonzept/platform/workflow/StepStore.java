package de.kreiskonzept.platform.workflow;

import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_STEP;
import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_STEP_CHANGE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.Gathering;
import de.kreiskonzept.model.workflow.Precondition;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepChange;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.WorkflowStepRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** All SQL of the steps of processes. */
@Singleton
@InWorkspace(readOnly = true)
class StepStore {
    private final DSLContext dsl;

    StepStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The steps of a process in their order; parts of a step stand among themselves in theirs. */
    List<Step> list(UUID process) {
        return dsl.selectFrom(WORKFLOW_STEP)
                .where(WORKFLOW_STEP.PROCESS_ID.eq(process))
                .orderBy(WORKFLOW_STEP.POSITION, WORKFLOW_STEP.CREATED_AT, WORKFLOW_STEP.ID)
                .fetch(StepStore::step);
    }

    /** The steps of all processes in their order, by the id of the process. */
    Map<UUID, List<Step>> listAll() {
        return dsl.selectFrom(WORKFLOW_STEP)
                .orderBy(WORKFLOW_STEP.POSITION, WORKFLOW_STEP.CREATED_AT, WORKFLOW_STEP.ID)
                .fetchGroups(WORKFLOW_STEP.PROCESS_ID, StepStore::step);
    }

    /** Stores new steps in this order, the first at this position. */
    @InWorkspace(readOnly = false)
    void insert(List<Step> steps, int first) {
        var rows = new ArrayList<WorkflowStepRecord>();
        for (Step step : steps) {
            WorkflowStepRecord row = row(step);
            row.setPosition(first + rows.size());
            rows.add(row);
        }
        dsl.batchInsert(rows).execute();
    }

    /**
     * Stores changed steps, each in the place it had.
     *
     * @throws Refusal 412 where one of them has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(List<Step> steps) {
        int[] changed = dsl.batch(steps.stream()
                        .map(step -> {
                            WorkflowStepRecord row = row(step);
                            row.setVersion(step.version() + 1);
                            return dsl.update(WORKFLOW_STEP)
                                    .set(row)
                                    .where(WORKFLOW_STEP.ID.eq(step.id()))
                                    .and(WORKFLOW_STEP.VERSION.eq(step.version()));
                        })
                        .toList())
                .execute();
        for (int rows : changed) {
            Refusal.staleUnlessOne(rows);
        }
    }

    /** Every change of the state of a step, the last one first. */
    List<StepChange> listChanges(UUID step) {
        return dsl.selectFrom(WORKFLOW_STEP_CHANGE)
                .where(WORKFLOW_STEP_CHANGE.STEP_ID.eq(step))
                .orderBy(WORKFLOW_STEP_CHANGE.HAPPENED_AT.desc(), WORKFLOW_STEP_CHANGE.ID.desc())
                .fetch(row -> new StepChange(
                        row.getId(),
                        row.getStepId(),
                        StepState.find(row.getFromState()).orElseThrow(),
                        StepState.find(row.getToState()).orElseThrow(),
                        row.getReason(),
                        row.getAccountName(),
                        row.getHappenedAt().toInstant()));
    }

    @InWorkspace(readOnly = false)
    void insert(StepChange change) {
        OffsetDateTime time = change.happenedAt().atOffset(ZoneOffset.UTC);
        dsl.insertInto(WORKFLOW_STEP_CHANGE)
                .set(WORKFLOW_STEP_CHANGE.ID, change.id())
                .set(WORKFLOW_STEP_CHANGE.STEP_ID, change.stepId())
                .set(WORKFLOW_STEP_CHANGE.FROM_STATE, change.from().text())
                .set(WORKFLOW_STEP_CHANGE.TO_STATE, change.to().text())
                .set(WORKFLOW_STEP_CHANGE.REASON, change.reason())
                .set(WORKFLOW_STEP_CHANGE.ACCOUNT_NAME, change.accountName())
                .set(WORKFLOW_STEP_CHANGE.HAPPENED_AT, time)
                .set(WORKFLOW_STEP_CHANGE.CREATED_AT, time)
                .set(WORKFLOW_STEP_CHANGE.MODIFIED_AT, time)
                .set(WORKFLOW_STEP_CHANGE.VERSION, 0L)
                .execute();
    }

    /** Gives steps the places in which they stand here, from 0 on. */
    @InWorkspace(readOnly = false)
    void order(List<UUID> steps) {
        var places = new ArrayList<Query>();
        for (UUID step : steps) {
            places.add(dsl.update(WORKFLOW_STEP)
                    .set(WORKFLOW_STEP.POSITION, places.size())
                    .where(WORKFLOW_STEP.ID.eq(step)));
        }
        dsl.batch(places).execute();
    }

    /**
     * Deletes a step with its parts.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        int rows = dsl.deleteFrom(WORKFLOW_STEP)
                .where(WORKFLOW_STEP.ID.eq(id))
                .and(WORKFLOW_STEP.VERSION.eq(version))
                .execute();
        Refusal.staleUnlessOne(rows);
    }

    private static WorkflowStepRecord row(Step step) {
        var row = WORKFLOW_STEP.newRecord();
        row.setId(step.id());
        row.setProcessId(step.processId());
        row.setParentId(step.parentId());
        row.setTitle(step.title());
        row.setExplanation(step.explanation());
        row.setBegins(text(step.from()));
        row.setEnds(text(step.until()));
        row.setLastDay(lastDay(step.until()));
        row.setState(step.state().text());
        row.setParticipation(step.participation());
        row.setResponsible(step.responsible());
        row.setEvidence(step.evidence());
        row.setFollows(step.precondition().after().toArray(UUID[]::new));
        row.setResolutionNeeded(step.precondition().resolutionNeeded());
        row.setResolution(step.precondition().resolution());
        row.setParticipants(step.gathering().participants());
        row.setInvited(step.gathering().invited());
        row.setPresent(step.gathering().present());
        row.setWorkingGroups(step.gathering().groups());
        row.setResults(step.gathering().results());
        row.setOwnerId(step.owner());
        row.setCreatedAt(step.createdAt().atOffset(ZoneOffset.UTC));
        row.setModifiedAt(step.modifiedAt().atOffset(ZoneOffset.UTC));
        row.setVersion(step.version());
        return row;
    }

    private static String text(@Nullable Moment moment) {
        return moment == null ? "" : moment.text();
    }

    private static @Nullable LocalDate lastDay(@Nullable Moment moment) {
        return moment == null ? null : moment.end();
    }

    private static Step step(WorkflowStepRecord row) {
        return new Step(
                row.getId(),
                row.getProcessId(),
                row.getParentId(),
                row.getTitle(),
                row.getExplanation(),
                Moment.find(row.getBegins()).orElse(null),
                Moment.find(row.getEnds()).orElse(null),
                StepState.find(row.getState()).orElseThrow(),
                row.getParticipation(),
                row.getResponsible(),
                row.getEvidence(),
                new Precondition(List.of(row.getFollows()), row.getResolutionNeeded(), row.getResolution()),
                new Gathering(
                        row.getParticipants(),
                        row.getInvited(),
                        row.getPresent(),
                        row.getWorkingGroups(),
                        row.getResults()),
                row.getOwnerId(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
