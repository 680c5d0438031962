package de.kreiskonzept.platform.concept.measure;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_BODY;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_DETAIL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_ORGANISATION;
import static de.kreiskonzept.schema.workspace.Tables.DIRECTORY_SPELLING;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_ASSESSMENT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_REPLY;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.Rows;
import de.kreiskonzept.platform.concept.detail.DetailStore;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/** Lists of measures across the tree, and the goals of one measure. */
@Singleton
@InWorkspace(readOnly = true)
public class MeasureStore {
    private final DSLContext dsl;
    private final DetailStore details;
    private final Clock clock;

    MeasureStore(DSLContext dsl, DetailStore details, Clock clock) {
        this.dsl = dsl;
        this.details = details;
        this.clock = clock;
    }

    /**
     * Part of a list.
     *
     * @param total number of measures that the filter lets through
     */
    public record Page(List<MeasureLine> lines, long total) {}

    /** Measures of a version that the filter lets through, in the order of the tree, from the given one on. */
    public Page list(UUID versionId, MeasureFilter filter, int offset, int limit) {
        CommonTableExpression<Record3<UUID, String, Integer[]>> tree = tree(versionId, filter);
        Field<UUID> section = DSL.field(DSL.name("tree", "id"), UUID.class);
        Condition wanted = CONCEPT_MEASURE.DELETED_AT.isNull().and(condition(filter));
        long total = count(versionId, filter);
        List<Record> rows = dsl.withRecursive(tree)
                .select(CONCEPT_MEASURE.fields())
                .select(MONITORING_LIGHT.fields())
                .select(DSL.field(DSL.name("tree", "name"), String.class).as("section_name"))
                .from(CONCEPT_MEASURE)
                .join(tree)
                .on(CONCEPT_MEASURE.SECTION_ID.eq(section))
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .where(wanted)
                .orderBy(
                        DSL.field(DSL.name("tree", "path")),
                        CONCEPT_MEASURE.SECTION_ID,
                        CONCEPT_MEASURE.POSITION,
                        CONCEPT_MEASURE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> row);
        return new Page(lines(rows), total);
    }

    /** Number of measures of a version that the filter lets through. */
    public long count(UUID versionId, MeasureFilter filter) {
        CommonTableExpression<Record3<UUID, String, Integer[]>> tree = tree(versionId, filter);
        return dsl.withRecursive(tree)
                .selectCount()
                .from(CONCEPT_MEASURE)
                .join(tree)
                .on(CONCEPT_MEASURE.SECTION_ID.eq(DSL.field(DSL.name("tree", "id"), UUID.class)))
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .where(CONCEPT_MEASURE.DELETED_AT.isNull().and(condition(filter)))
                .fetchSingle()
                .value1();
    }

    /** All measures of a version that the filter lets through, in the order of the tree. */
    public List<MeasureLine> list(UUID versionId, MeasureFilter filter) {
        return list(versionId, filter, 0, Integer.MAX_VALUE).lines();
    }

    /** The measure with this id; empty where there is none or it is deleted. */
    public Optional<Measure> find(UUID id) {
        return dsl.selectFrom(CONCEPT_MEASURE)
                .where(CONCEPT_MEASURE.ID.eq(id))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .fetchOptional(Rows::measure);
    }

    /** What holds for the measure with this id now. */
    public CurrentLight light(UUID id) {
        return dsl.selectFrom(MONITORING_LIGHT)
                .where(MONITORING_LIGHT.MEASURE_ID.eq(id))
                .fetchOptional(Rows::light)
                .orElse(CurrentLight.NONE);
    }

    /** Goals that a measure serves and that are not deleted, in the order of their positions. */
    public List<Goal> listGoals(UUID measureId) {
        return dsl.selectFrom(CONCEPT_GOAL)
                .where(CONCEPT_GOAL.DELETED_AT.isNull())
                .and(CONCEPT_GOAL.ID.in(dsl.select(CONCEPT_GOAL_MEASURE.GOAL_ID)
                        .from(CONCEPT_GOAL_MEASURE)
                        .where(CONCEPT_GOAL_MEASURE.MEASURE_ID.eq(measureId))))
                .orderBy(CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID)
                .fetch(Rows::goal);
    }

    /** Measures that are parts of this one and not deleted, in their order. */
    public List<Measure> listParts(UUID measureId) {
        return dsl.selectFrom(CONCEPT_MEASURE)
                .where(CONCEPT_MEASURE.DELETED_AT.isNull())
                .and(CONCEPT_MEASURE.ID.in(dsl.select(CONCEPT_MEASURE_DETAIL.MEASURE_ID)
                        .from(CONCEPT_MEASURE_DETAIL)
                        .where(CONCEPT_MEASURE_DETAIL.PART_OF.eq(measureId))))
                .orderBy(CONCEPT_MEASURE.POSITION, CONCEPT_MEASURE.ID)
                .fetch(Rows::measure);
    }

    // Sections that the filter begins with and everything below them; the path of positions gives the order of the
    // tree.
    private CommonTableExpression<Record3<UUID, String, Integer[]>> tree(UUID versionId, MeasureFilter filter) {
        var below = CONCEPT_SECTION.as("below_section");
        Condition start =
                filter.section() == null ? CONCEPT_SECTION.PARENT_ID.isNull() : CONCEPT_SECTION.ID.eq(filter.section());
        var name = DSL.name("tree");
        return name.fields("id", "name", "path")
                .as(dsl.select(CONCEPT_SECTION.ID, CONCEPT_SECTION.NAME, DSL.array(CONCEPT_SECTION.POSITION))
                        .from(CONCEPT_SECTION)
                        .where(CONCEPT_SECTION.VERSION_ID.eq(versionId))
                        .and(CONCEPT_SECTION.DELETED_AT.isNull())
                        .and(start)
                        .unionAll(dsl.select(
                                        below.ID,
                                        below.NAME,
                                        DSL.arrayAppend(
                                                DSL.field(DSL.name("tree", "path"), Integer[].class), below.POSITION))
                                .from(below)
                                .join(DSL.table(name))
                                .on(below.PARENT_ID.eq(DSL.field(DSL.name("tree", "id"), UUID.class)))
                                .where(below.DELETED_AT.isNull())));
    }

    private Condition condition(MeasureFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.light() != null) {
            condition = condition.and(DSL.coalesce(
                            MONITORING_LIGHT.LIGHT, CurrentLight.NONE.light().text())
                    .eq(filter.light().text()));
        }
        if (filter.counted() != null) {
            condition = condition.and(DSL.coalesce(MONITORING_LIGHT.COUNTED, CurrentLight.NONE.counted())
                    .eq(filter.counted()));
        }
        if (!filter.responsible().isEmpty()) {
            condition = condition.and(CONCEPT_MEASURE.RESPONSIBLE.containsIgnoreCase(filter.responsible()));
        }
        if (filter.reach() != null) {
            condition = condition.and(said(CONCEPT_MEASURE_DETAIL.REACH, MeasureReach.COUNTY.text())
                    .eq(filter.reach().text()));
        }
        if (filter.kind() != null) {
            condition = condition.and(
                    said(CONCEPT_MEASURE_DETAIL.KIND, "").eq(filter.kind().text()));
        }
        if (filter.organisation() != null) {
            condition = condition.and(names(filter.organisation()));
        }
        if (filter.quiet() != null) {
            condition = condition.and(quietSince(LocalDate.now(clock)
                    .minusMonths(filter.quiet())
                    .atStartOfDay(clock.getZone())
                    .toOffsetDateTime()));
        }
        if (filter.editor() != null) {
            condition = condition.and(Assigned.to(filter.editor()));
        }
        if (!filter.search().isEmpty()) {
            condition = condition.and(DSL.or(
                    CONCEPT_MEASURE.NUMBER.containsIgnoreCase(filter.search()),
                    CONCEPT_MEASURE.TEXT.containsIgnoreCase(filter.search()),
                    CONCEPT_MEASURE.DESCRIPTION.containsIgnoreCase(filter.search())));
        }
        return condition;
    }

    private static Field<String> said(Field<String> column, String otherwise) {
        return DSL.coalesce(
                DSL.field(DSL.select(column)
                        .from(CONCEPT_MEASURE_DETAIL)
                        .where(CONCEPT_MEASURE_DETAIL.MEASURE_ID.eq(CONCEPT_MEASURE.ID))),
                otherwise);
    }

    private static Condition names(UUID organisation) {
        return DSL.exists(DSL.selectOne()
                .from(CONCEPT_MEASURE_BODY)
                .join(DIRECTORY_SPELLING)
                .on(DIRECTORY_SPELLING.WORDS.eq(CONCEPT_MEASURE_BODY.WORDS))
                .join(DIRECTORY_ORGANISATION)
                .on(DIRECTORY_ORGANISATION.ID.eq(DIRECTORY_SPELLING.ORGANISATION_ID))
                .where(CONCEPT_MEASURE_BODY.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .and(DIRECTORY_ORGANISATION.HEAD_ID.eq(organisation)));
    }

    // A body that says "nothing new" has said something.
    private static Condition quietSince(OffsetDateTime time) {
        return CONCEPT_MEASURE
                .CREATED_AT
                .lt(time)
                .andNotExists(DSL.selectOne()
                        .from(MONITORING_ASSESSMENT)
                        .where(MONITORING_ASSESSMENT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                        .and(MONITORING_ASSESSMENT.ASSESSED_AT.ge(time)))
                .andNotExists(DSL.selectOne()
                        .from(MONITORING_REPLY)
                        .where(MONITORING_REPLY.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                        .and(MONITORING_REPLY.REPLIED_AT.ge(time)));
    }

    private List<MeasureLine> lines(List<Record> rows) {
        Map<UUID, Detailed> said = details.listOf(
                rows.stream().map(row -> row.get(CONCEPT_MEASURE.ID)).toList());
        return rows.stream()
                .map(row -> new MeasureLine(
                        Rows.measure(row.into(CONCEPT_MEASURE)),
                        Rows.light(row),
                        row.get("section_name", String.class),
                        said.getOrDefault(row.get(CONCEPT_MEASURE.ID), Detailed.NONE)))
                .toList();
    }
}
