package de.kreiskonzept.platform.monitoring;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Reads what the Ampel adds up, in two statements whatever the size of the concept. */
@Singleton
final class AmpelStore {
    private final DSLContext dsl;

    AmpelStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The rows of the version people work with (the latest that is not superseded); empty where there is no concept. */
    Optional<AmpelRows> find() {
        var outline = outline().fetch();
        if (outline.isEmpty()) {
            return Optional.empty();
        }
        Record first = outline.getFirst();
        var sections = new LinkedHashMap<UUID, SectionRow>();
        var goals = new ArrayList<GoalRow>();
        for (Record row : outline) {
            UUID section = row.get(CONCEPT_SECTION.ID);
            if (section != null) {
                sections.computeIfAbsent(section, id -> section(row));
            }
            if (row.get(CONCEPT_GOAL.ID) != null) {
                goals.add(goal(row));
            }
        }
        return Optional.of(new AmpelRows(
                first.get(CONCEPT.TITLE),
                new StatedCounts(first.get(CONCEPT_VERSION.STATED_GOALS), first.get(CONCEPT_VERSION.STATED_MEASURES)),
                List.copyOf(sections.values()),
                goals,
                measures(first.get(CONCEPT_VERSION.ID))));
    }

    private ResultQuery<?> outline() {
        var current = dsl.selectFrom(CONCEPT_VERSION)
                .orderBy(CONCEPT_VERSION.STATE.eq("superseded"), CONCEPT_VERSION.CREATED_AT.desc(), CONCEPT_VERSION.ID)
                .limit(1)
                .asTable(CONCEPT_VERSION);
        return dsl.select(
                        CONCEPT_VERSION.ID,
                        CONCEPT.TITLE,
                        CONCEPT_VERSION.STATED_GOALS,
                        CONCEPT_VERSION.STATED_MEASURES,
                        CONCEPT_SECTION.ID,
                        CONCEPT_SECTION.PARENT_ID,
                        CONCEPT_SECTION.KIND,
                        CONCEPT_SECTION.NUMBER,
                        CONCEPT_SECTION.NAME,
                        CONCEPT_SECTION.STATED_GOALS,
                        CONCEPT_SECTION.STATED_MEASURES,
                        CONCEPT_GOAL.ID,
                        CONCEPT_GOAL.PARENT_ID,
                        CONCEPT_GOAL.KIND,
                        CONCEPT_GOAL.NUMBER,
                        CONCEPT_GOAL.TEXT)
                .from(current)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_VERSION.CONCEPT_ID))
                .leftJoin(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.VERSION_ID.eq(CONCEPT_VERSION.ID))
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .leftJoin(CONCEPT_GOAL)
                .on(CONCEPT_GOAL.SECTION_ID.eq(CONCEPT_SECTION.ID))
                .and(CONCEPT_GOAL.DELETED_AT.isNull())
                .orderBy(CONCEPT_SECTION.POSITION, CONCEPT_SECTION.ID, CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID);
    }

    private List<MeasureRow> measures(UUID version) {
        var rows = dsl.select(
                        CONCEPT_MEASURE.ID,
                        CONCEPT_MEASURE.SECTION_ID,
                        CONCEPT_MEASURE.LIGHT,
                        CONCEPT_MEASURE.COUNTED,
                        CONCEPT_GOAL_MEASURE.GOAL_ID)
                .from(CONCEPT_SECTION)
                .join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.SECTION_ID.eq(CONCEPT_SECTION.ID))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .leftJoin(CONCEPT_GOAL_MEASURE)
                .on(CONCEPT_GOAL_MEASURE.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .where(CONCEPT_SECTION.VERSION_ID.eq(version))
                .and(CONCEPT_SECTION.DELETED_AT.isNull());
        var measures = new LinkedHashMap<UUID, MeasureRow>();
        rows.forEach(row -> {
            MeasureRow measure = measures.computeIfAbsent(
                    row.value1(),
                    id -> new MeasureRow(
                            id, row.value2(), TrafficLight.of(row.value3()), row.value4(), new ArrayList<>(1)));
            if (row.value5() != null) {
                measure.goalIds().add(row.value5());
            }
        });
        return List.copyOf(measures.values());
    }

    private static SectionRow section(Record row) {
        return new SectionRow(
                row.get(CONCEPT_SECTION.ID),
                row.get(CONCEPT_SECTION.PARENT_ID),
                SectionKind.of(row.get(CONCEPT_SECTION.KIND)),
                row.get(CONCEPT_SECTION.NUMBER),
                row.get(CONCEPT_SECTION.NAME),
                new StatedCounts(row.get(CONCEPT_SECTION.STATED_GOALS), row.get(CONCEPT_SECTION.STATED_MEASURES)));
    }

    private static GoalRow goal(Record row) {
        return new GoalRow(
                row.get(CONCEPT_GOAL.ID),
                row.get(CONCEPT_SECTION.ID),
                row.get(CONCEPT_GOAL.PARENT_ID),
                GoalKind.of(row.get(CONCEPT_GOAL.KIND)),
                row.get(CONCEPT_GOAL.NUMBER),
                row.get(CONCEPT_GOAL.TEXT));
    }
}
