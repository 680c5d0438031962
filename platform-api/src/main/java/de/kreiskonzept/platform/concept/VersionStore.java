package de.kreiskonzept.platform.concept;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION_STEP;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_PAPER;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.concept.VersionStep;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** All SQL on versions as such and on the steps of their life. */
@Singleton
@InWorkspace(readOnly = true)
public class VersionStore {
    private static final Table<Record2<String, Integer>> LAST = DSL.lateral(
                    DSL.select(CONCEPT_VERSION_STEP.STATE, CONCEPT_VERSION_STEP.POSITION)
                            .from(CONCEPT_VERSION_STEP)
                            .where(CONCEPT_VERSION_STEP.VERSION_ID.eq(CONCEPT_VERSION.ID))
                            .orderBy(CONCEPT_VERSION_STEP.POSITION.desc())
                            .limit(1))
            .as("last_step", "last_state", "last_position");
    private static final Field<String> STATE = DSL.field(DSL.name("last_step", "last_state"), String.class);
    private static final Field<Integer> POSITION = DSL.field(DSL.name("last_step", "last_position"), Integer.class);

    /** The version people write in comes first: the latest one that is not superseded. */
    static final List<OrderField<?>> CURRENT = List.of(
            DSL.field(STATE.eq(VersionState.SUPERSEDED.text())), CONCEPT_VERSION.CREATED_AT.desc(), CONCEPT_VERSION.ID);

    private static final List<OrderField<?>> VALID = List.of(
            DSL.field(STATE.eq(VersionState.SUPERSEDED.text())),
            DSL.field(CONCEPT_VERSION
                    .FROZEN
                    .isFalse()
                    .or(DSL.coalesce(CONCEPT_VERSION.RELATION, "").eq(VersionRelation.SUPPLEMENT.text()))),
            CONCEPT_VERSION.CREATED_AT.desc(),
            CONCEPT_VERSION.ID);

    private final DSLContext dsl;

    VersionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A version with its size, without what is deleted.
     *
     * @param title of the concept
     * @param goals real number of goals that are no overall goals
     * @param measures real number of measures
     */
    public record Summary(ConceptVersion version, String title, int goals, int measures) {}

    /** The version with this id, not deleted. */
    public Optional<ConceptVersion> find(UUID id) {
        return select(dsl, List.of())
                .where(CONCEPT_VERSION.ID.eq(id))
                .and(CONCEPT_VERSION.DELETED_AT.isNull())
                .fetchOptional(VersionStore::version);
    }

    /** The version people write in: the latest one that is not superseded. */
    public Optional<ConceptVersion> findCurrent() {
        return first(CURRENT);
    }

    /** The version that holds: the latest adopted one that is no supplement; where nothing is adopted yet, the latest draft. */
    public Optional<ConceptVersion> findValid() {
        return first(VALID);
    }

    private Optional<ConceptVersion> first(List<OrderField<?>> order) {
        return select(dsl, List.of())
                .where(CONCEPT_VERSION.DELETED_AT.isNull())
                .orderBy(order)
                .limit(1)
                .fetchOptional(VersionStore::version);
    }

    /** All versions with their sizes, the latest first; one statement. */
    public List<Summary> list() {
        return summaries(DSL.noCondition());
    }

    /** One version with its size; one statement. */
    public Optional<Summary> findSummary(UUID id) {
        return summaries(CONCEPT_VERSION.ID.eq(id)).stream().findFirst();
    }

    /** Steps of a version, the first one first. */
    public List<VersionStep> listSteps(UUID versionId) {
        return dsl.selectFrom(CONCEPT_VERSION_STEP)
                .where(CONCEPT_VERSION_STEP.VERSION_ID.eq(versionId))
                .orderBy(CONCEPT_VERSION_STEP.POSITION)
                .fetch(row -> new VersionStep(
                        row.getVersionId(),
                        row.getPosition(),
                        VersionState.of(row.getState()),
                        row.getDecidedOn(),
                        row.getDecidedBy(),
                        row.getResolution(),
                        row.getAccountId(),
                        row.getAccountName(),
                        row.getCreatedAt().toInstant()));
    }

    /** Stores a new version with its first step. */
    @InWorkspace(readOnly = false)
    public void create(ConceptVersion version, Actor author) {
        OffsetDateTime now = time(version.createdAt());
        VersionRelation relation = version.relation();
        var row = CONCEPT_VERSION.newRecord();
        row.setId(version.id());
        row.setConceptId(version.conceptId());
        row.setLabel(version.label());
        row.setBasedOn(version.basedOn());
        row.setRelation(relation == null ? null : relation.text());
        row.setStatedGoals(version.statedGoals());
        row.setStatedMeasures(version.statedMeasures());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        dsl.insertInto(CONCEPT_VERSION).set(row).execute();
        add(new VersionStep(
                version.id(), 0, version.state(), null, "", "", author.id(), author.name(), version.createdAt()));
    }

    /** Stores label and stated counts; false if the version was changed, frozen or taken a step further in between. */
    @InWorkspace(readOnly = false)
    public boolean update(ConceptVersion version) {
        Field<Integer> steps = DSL.field(DSL.select(DSL.max(CONCEPT_VERSION_STEP.POSITION))
                .from(CONCEPT_VERSION_STEP)
                .where(CONCEPT_VERSION_STEP.VERSION_ID.eq(CONCEPT_VERSION.ID)));
        return dsl.update(CONCEPT_VERSION)
                        .set(CONCEPT_VERSION.LABEL, version.label())
                        .set(CONCEPT_VERSION.STATED_GOALS, version.statedGoals())
                        .set(CONCEPT_VERSION.STATED_MEASURES, version.statedMeasures())
                        .set(CONCEPT_VERSION.MODIFIED_AT, time(version.modifiedAt()))
                        .set(CONCEPT_VERSION.VERSION, CONCEPT_VERSION.VERSION.plus(1))
                        .where(CONCEPT_VERSION.ID.eq(version.id()))
                        .and(CONCEPT_VERSION.VERSION.plus(steps).eq(version.version()))
                        .execute()
                == 1;
    }

    /** Adds a step; false if another one came first. */
    @InWorkspace(readOnly = false)
    public boolean add(VersionStep step) {
        OffsetDateTime now = time(step.happenedAt());
        var row = CONCEPT_VERSION_STEP.newRecord();
        row.setVersionId(step.versionId());
        row.setPosition(step.position());
        row.setState(step.state().text());
        row.setDecidedOn(step.decidedOn());
        row.setDecidedBy(step.decidedBy());
        row.setResolution(step.resolution());
        row.setAccountId(step.accountId());
        row.setAccountName(step.accountName());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        return dsl.insertInto(CONCEPT_VERSION_STEP)
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Freezes the version and everything that belongs to it, once and for all. */
    @InWorkspace(readOnly = false)
    public void freeze(UUID versionId, Instant now) {
        dsl.update(CONCEPT_VERSION)
                .set(CONCEPT_VERSION.FROZEN, true)
                .set(CONCEPT_VERSION.MODIFIED_AT, time(now))
                .where(CONCEPT_VERSION.ID.eq(versionId))
                .execute();
    }

    /** Versions with their last step and further columns. */
    static SelectJoinStep<Record> select(DSLContext dsl, Collection<? extends Field<?>> further) {
        return dsl.select(CONCEPT_VERSION.fields())
                .select(STATE, POSITION)
                .select(further)
                .from(CONCEPT_VERSION)
                .join(LAST)
                .on(DSL.trueCondition());
    }

    private List<Summary> summaries(Condition which) {
        Field<Integer> goals = DSL.selectCount()
                .from(CONCEPT_GOAL)
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_GOAL.SECTION_ID))
                .where(CONCEPT_GOAL.VERSION_ID.eq(CONCEPT_VERSION.ID))
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .and(CONCEPT_GOAL.DELETED_AT.isNull())
                .and(CONCEPT_GOAL.KIND.ne(GoalKind.OVERALL_GOAL.text()))
                .asField("goals");
        Field<Integer> measures = DSL.selectCount()
                .from(CONCEPT_MEASURE)
                .join(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(CONCEPT_MEASURE.SECTION_ID))
                .where(CONCEPT_MEASURE.VERSION_ID.eq(CONCEPT_VERSION.ID))
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .asField("measures");
        return dsl.select(CONCEPT_VERSION.fields())
                .select(STATE, POSITION, CONCEPT.TITLE, goals, measures)
                .from(CONCEPT_VERSION)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_VERSION.CONCEPT_ID))
                .join(LAST)
                .on(DSL.trueCondition())
                .where(CONCEPT_VERSION.DELETED_AT.isNull())
                .and(which)
                .orderBy(CONCEPT_VERSION.CREATED_AT.desc(), CONCEPT_VERSION.ID)
                .fetch(row -> new Summary(version(row), row.get(CONCEPT.TITLE), row.get(goals), row.get(measures)));
    }

    static ConceptVersion version(Record joined) {
        var row = joined.into(CONCEPT_VERSION);
        String relation = row.getRelation();
        return new ConceptVersion(
                row.getId(),
                row.getConceptId(),
                row.getLabel(),
                VersionState.of(joined.get(STATE)),
                row.getBasedOn(),
                relation == null ? null : VersionRelation.of(relation),
                row.getStatedGoals(),
                row.getStatedMeasures(),
                Rows.instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion() + joined.get(POSITION));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Whether a paper about this version was sent to a committee. */
    public boolean hasPaper(UUID version) {
        return dsl.fetchExists(
                RESOLUTION_PAPER, RESOLUTION_PAPER.VERSION_ID.eq(version).and(RESOLUTION_PAPER.SUBMITTED.gt(0)));
    }
}
