package de.kreiskonzept.platform.workflow;

import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_PROCESS;
import static de.kreiskonzept.schema.workspace.Tables.WORKFLOW_STEP;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.workflow.ConceptProcess;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.WorkflowProcessRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of processes. */
@Singleton
@InWorkspace(readOnly = true)
public class ProcessStore {
    private final DSLContext dsl;

    ProcessStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A process in a list.
     *
     * @param steps that are not dropped
     * @param done of them
     */
    public record Line(ConceptProcess process, int steps, int done) {}

    /** All processes, the latest beginning first. */
    public List<Line> list() {
        var steps = DSL.count().filterWhere(WORKFLOW_STEP.STATE.ne(StepState.DROPPED.text()));
        var done = DSL.count().filterWhere(WORKFLOW_STEP.STATE.eq(StepState.DONE.text()));
        return dsl.select(WORKFLOW_PROCESS.fields())
                .select(steps, done)
                .from(WORKFLOW_PROCESS)
                .leftJoin(WORKFLOW_STEP)
                .on(WORKFLOW_STEP.PROCESS_ID.eq(WORKFLOW_PROCESS.ID))
                .groupBy(WORKFLOW_PROCESS.ID)
                .orderBy(WORKFLOW_PROCESS.BEGIN_MONTH.desc(), WORKFLOW_PROCESS.ID)
                .fetch(row -> new Line(process(row.into(WORKFLOW_PROCESS)), row.get(steps), row.get(done)));
    }

    /** How many open steps of each process should be finished by now, by the id of the process. */
    public Map<UUID, Integer> countLate(LocalDate today) {
        return dsl.select(WORKFLOW_STEP.PROCESS_ID, DSL.count())
                .from(WORKFLOW_STEP)
                .where(WORKFLOW_STEP.LAST_DAY.lt(today))
                .and(WORKFLOW_STEP.STATE.in(StepState.PLANNED.text(), StepState.UNDER_WAY.text()))
                .groupBy(WORKFLOW_STEP.PROCESS_ID)
                .orderBy(WORKFLOW_STEP.PROCESS_ID)
                .fetchMap(WORKFLOW_STEP.PROCESS_ID, DSL.count());
    }

    /** The process with this id; empty where there is none. */
    Optional<ConceptProcess> find(UUID id) {
        return dsl.selectFrom(WORKFLOW_PROCESS)
                .where(WORKFLOW_PROCESS.ID.eq(id))
                .fetchOptional(ProcessStore::process);
    }

    @InWorkspace(readOnly = false)
    void insert(ConceptProcess process) {
        dsl.insertInto(WORKFLOW_PROCESS).set(row(process)).execute();
    }

    /**
     * Stores a changed process.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void update(ConceptProcess process) {
        WorkflowProcessRecord row = row(process);
        row.setVersion(process.version() + 1);
        Refusal.staleUnlessOne(dsl.update(WORKFLOW_PROCESS)
                .set(row)
                .where(WORKFLOW_PROCESS.ID.eq(process.id()))
                .and(WORKFLOW_PROCESS.VERSION.eq(process.version()))
                .execute());
    }

    /**
     * Deletes a process with its steps.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    void delete(UUID id, long version) {
        Refusal.staleUnlessOne(dsl.deleteFrom(WORKFLOW_PROCESS)
                .where(WORKFLOW_PROCESS.ID.eq(id))
                .and(WORKFLOW_PROCESS.VERSION.eq(version))
                .execute());
    }

    private static WorkflowProcessRecord row(ConceptProcess process) {
        return new WorkflowProcessRecord(
                process.id(),
                process.title(),
                process.template(),
                process.begin().atDay(1),
                process.createdAt().atOffset(ZoneOffset.UTC),
                process.modifiedAt().atOffset(ZoneOffset.UTC),
                process.version(),
                process.usualMonths());
    }

    private static ConceptProcess process(WorkflowProcessRecord row) {
        return new ConceptProcess(
                row.getId(),
                row.getTitle(),
                row.getTemplate(),
                row.getUsualMonths(),
                YearMonth.from(row.getBeginMonth()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
