package de.kreiskonzept.platform.concept.detail;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_COST;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_DETAIL;

import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.CostKind;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.measure.TimeFrame;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptMeasureCostRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptMeasureDetailRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of what measures say besides their words. */
@Singleton
@InWorkspace(readOnly = true)
public class DetailStore {
    // Every part of a draft that has a predecessor says the same as that one.
    private static final String COPY_DETAILS = """
            INSERT INTO concept_measure_detail (measure_id, version_id, reach, kind, priority, category, time_frame, begins_on, ends_on,
              part_of, created_at, modified_at, version)
            SELECT l.successor_id, l.version_id, d.reach, d.kind, d.priority, d.category, d.time_frame, d.begins_on, d.ends_on,
              w.successor_id, l.created_at, l.created_at, 0
            FROM concept_lineage l JOIN concept_measure_detail d ON d.measure_id = l.predecessor_id
            LEFT JOIN concept_lineage w ON w.version_id = l.version_id AND w.predecessor_id = d.part_of
            WHERE l.version_id = {0} AND l.kind = 'measure'""";
    private static final String COPY_COSTS = """
            INSERT INTO concept_measure_cost (measure_id, position, version_id, kind, euros, from_year, until_year, note,
              created_at, modified_at, version)
            SELECT l.successor_id, c.position, l.version_id, c.kind, c.euros, c.from_year, c.until_year, c.note,
              l.created_at, l.created_at, 0
            FROM concept_lineage l JOIN concept_measure_cost c ON c.measure_id = l.predecessor_id
            WHERE l.version_id = {0} AND l.kind = 'measure'""";

    // Goals in the bin keep their measures for the day they come back.
    private static final String UNLINK = """
            DELETE FROM concept_goal_measure l USING concept_goal g
            WHERE g.id = l.goal_id AND g.deleted_at IS NULL AND l.measure_id = ANY ({0}) AND NOT EXISTS (
              SELECT 1 FROM unnest({1}, {2}) AS n (measure_id, goal_id)
              WHERE n.measure_id = l.measure_id AND n.goal_id = l.goal_id)""";
    private static final String LINK = """
            INSERT INTO concept_goal_measure (goal_id, measure_id, version_id, position, created_at, modified_at, version)
            SELECT n.goal_id, n.measure_id, {0},
              (coalesce((SELECT max(o.position) FROM concept_goal_measure o WHERE o.goal_id = n.goal_id), -1)
                + row_number() OVER (PARTITION BY n.goal_id ORDER BY n.place))::int, {3}, {3}, 0
            FROM unnest({1}, {2}) WITH ORDINALITY AS n (measure_id, goal_id, place)
            ON CONFLICT DO NOTHING""";

    private static final String ORDER = """
            UPDATE concept_goal_measure l SET position = place.position, modified_at = {2}, version = l.version + 1
            FROM (SELECT position, row_number() OVER (ORDER BY position, measure_id) AS nth
              FROM concept_goal_measure WHERE goal_id = {0} AND measure_id = ANY ({1})) place
            JOIN unnest({1}) WITH ORDINALITY AS wanted (measure_id, nth) ON wanted.nth = place.nth
            WHERE l.goal_id = {0} AND l.measure_id = wanted.measure_id""";

    private final DSLContext dsl;
    private final Clock clock;

    DetailStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** What one measure says. */
    public Detailed find(UUID measure) {
        return read(CONCEPT_MEASURE_DETAIL.MEASURE_ID.eq(measure), CONCEPT_MEASURE_COST.MEASURE_ID.eq(measure))
                .getOrDefault(measure, Detailed.NONE);
    }

    /** What the measures of a version say, by their ids; measures that say nothing are left out. */
    public Map<UUID, Detailed> list(UUID version) {
        return read(CONCEPT_MEASURE_DETAIL.VERSION_ID.eq(version), CONCEPT_MEASURE_COST.VERSION_ID.eq(version));
    }

    /** What these measures say, by their ids; measures that say nothing are left out. */
    public Map<UUID, Detailed> listOf(Collection<UUID> measures) {
        return read(CONCEPT_MEASURE_DETAIL.MEASURE_ID.in(measures), CONCEPT_MEASURE_COST.MEASURE_ID.in(measures));
    }

    /** Whether other measures are parts of this one, deleted ones too. */
    public boolean hasParts(UUID measure) {
        return dsl.fetchExists(CONCEPT_MEASURE_DETAIL, CONCEPT_MEASURE_DETAIL.PART_OF.eq(measure));
    }

    private Map<UUID, Detailed> read(Condition details, Condition costs) {
        Map<UUID, List<Cost>> byMeasure = dsl.selectFrom(CONCEPT_MEASURE_COST)
                .where(costs)
                .orderBy(CONCEPT_MEASURE_COST.MEASURE_ID, CONCEPT_MEASURE_COST.POSITION)
                .fetchGroups(CONCEPT_MEASURE_COST.MEASURE_ID, DetailStore::cost);
        var found = new HashMap<UUID, Detailed>();
        dsl.selectFrom(CONCEPT_MEASURE_DETAIL)
                .where(details)
                .forEach(row -> found.put(
                        row.getMeasureId(),
                        new Detailed(
                                detail(row, byMeasure.getOrDefault(row.getMeasureId(), List.of())), row.getPartOf())));
        return found;
    }

    private static MeasureDetail detail(ConceptMeasureDetailRecord row, List<Cost> costs) {
        @Nullable String kind = row.getKind();
        @Nullable String priority = row.getPriority();
        return new MeasureDetail(
                MeasureReach.of(row.getReach()),
                kind == null ? null : MeasureKind.of(kind),
                priority == null ? null : Priority.of(priority),
                row.getCategory(),
                TimeFrame.of(row.getTimeFrame()),
                costs);
    }

    private static Cost cost(ConceptMeasureCostRecord row) {
        return new Cost(
                CostKind.of(row.getKind()), row.getEuros(), row.getFromYear(), row.getUntilYear(), row.getNote());
    }

    /** Writes what measures of one version say, in place of what they said. */
    @InWorkspace(readOnly = false)
    public void write(UUID version, Map<UUID, Detailed> measures) {
        var ids = measures.keySet();
        dsl.deleteFrom(CONCEPT_MEASURE_DETAIL)
                .where(CONCEPT_MEASURE_DETAIL.MEASURE_ID.in(ids))
                .execute();
        dsl.deleteFrom(CONCEPT_MEASURE_COST)
                .where(CONCEPT_MEASURE_COST.MEASURE_ID.in(ids))
                .execute();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var details = new ArrayList<ConceptMeasureDetailRecord>();
        var costs = new ArrayList<ConceptMeasureCostRecord>();
        measures.forEach((id, said) -> {
            if (!said.equals(Detailed.NONE)) {
                details.add(row(version, id, said, now));
            }
            for (int position = 0; position < said.detail().costs().size(); position++) {
                var row = row(said.detail().costs().get(position), now);
                row.setMeasureId(id);
                row.setVersionId(version);
                row.setPosition(position);
                costs.add(row);
            }
        });
        if (!details.isEmpty()) {
            dsl.batchInsert(details).execute();
        }
        if (!costs.isEmpty()) {
            dsl.batchInsert(costs).execute();
        }
    }

    /** Lets measures of one version serve exactly these goals; goals they serve already keep their place. */
    @InWorkspace(readOnly = false)
    public void serve(UUID version, Map<UUID, List<UUID>> goals) {
        var measures = new ArrayList<UUID>();
        var served = new ArrayList<UUID>();
        goals.forEach((measure, all) -> all.forEach(goal -> {
            measures.add(measure);
            served.add(goal);
        }));
        dsl.execute(
                UNLINK,
                DSL.val(goals.keySet().toArray(UUID[]::new)),
                DSL.val(measures.toArray(UUID[]::new)),
                DSL.val(served.toArray(UUID[]::new)));
        dsl.execute(
                LINK,
                DSL.val(version),
                DSL.val(measures.toArray(UUID[]::new)),
                DSL.val(served.toArray(UUID[]::new)),
                DSL.val(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Gives measures that serve one goal the places that these measures have now, in another order. */
    @InWorkspace(readOnly = false)
    public void order(Map<UUID, List<UUID>> order) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        order.forEach((goal, measures) ->
                dsl.execute(ORDER, DSL.val(goal), DSL.val(measures.toArray(UUID[]::new)), DSL.val(now)));
    }

    /** Lets the measures of a new draft say what those say that they descend from. */
    @InWorkspace(readOnly = false)
    public void copyInto(UUID draft) {
        dsl.execute(COPY_DETAILS, DSL.val(draft));
        dsl.execute(COPY_COSTS, DSL.val(draft));
    }

    private static ConceptMeasureDetailRecord row(UUID version, UUID measure, Detailed said, OffsetDateTime now) {
        MeasureDetail detail = said.detail();
        var row = CONCEPT_MEASURE_DETAIL.newRecord();
        row.setMeasureId(measure);
        row.setVersionId(version);
        row.setReach(detail.reach().text());
        row.setKind(detail.kind() == null ? null : detail.kind().text());
        row.setPriority(detail.priority() == null ? null : detail.priority().text());
        row.setCategory(detail.category());
        row.setTimeFrame(detail.timeFrame().text());
        row.setBeginsOn(detail.timeFrame().begins());
        row.setEndsOn(detail.timeFrame().ends());
        row.setPartOf(said.partOf());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        return row;
    }

    private static ConceptMeasureCostRecord row(Cost cost, OffsetDateTime now) {
        var row = CONCEPT_MEASURE_COST.newRecord();
        row.setKind(cost.kind().text());
        row.setEuros(cost.euros());
        row.setFromYear(cost.from());
        row.setUntilYear(cost.until());
        row.setNote(cost.note());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        return row;
    }
}
