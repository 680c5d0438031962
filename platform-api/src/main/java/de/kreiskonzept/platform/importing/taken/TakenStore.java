package de.kreiskonzept.platform.importing.taken;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;
import static de.kreiskonzept.schema.workspace.Tables.IMPORTING_TAKEN;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Rows;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.importing.number.NumberSheets;
import de.kreiskonzept.platform.monitoring.LightTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

/** Which rows the take-over of an upload has added, and how those it changed were before. */
@Singleton
public final class TakenStore {
    private static final List<String> KINDS = List.of("section", "goal", "measure", "text_block");

    // A row that was touched again since, or one that somebody has put below an added row.
    private static final String CHANGED = """
            SELECT t.node_id FROM importing_taken t JOIN concept_%1$s x ON x.id = t.node_id
            WHERE t.upload_id = {0}
              AND (x.deleted_at IS NOT NULL OR x.version <> coalesce((t.before ->> 'version')::bigint + 1, 0))""";
    private static final List<String> BELOW = List.of(
            "SELECT x.id FROM concept_section x WHERE x.parent_id IN ({1})",
            "SELECT x.id FROM concept_goal x WHERE (x.section_id IN ({1}) OR x.parent_id IN ({1}))",
            "SELECT x.id FROM concept_measure x WHERE x.section_id IN ({1})",
            "SELECT x.id FROM concept_text_block x WHERE (x.section_id IN ({1}) OR x.goal_id IN ({1}))");
    private static final String ADDED =
            "SELECT t.node_id FROM importing_taken t WHERE t.upload_id = {0} AND t.before IS NULL";
    private static final String NOT_TAKEN = """
             AND x.deleted_at IS NULL AND x.id NOT IN (SELECT t.node_id FROM importing_taken t WHERE t.upload_id = {0})""";
    private static final List<String> JUDGED = List.of(
            "SELECT x.measure_id FROM monitoring_assessment x WHERE x.measure_id IN ({1}) AND x.created_at > {2}",
            "SELECT x.goal_id FROM concept_smart x WHERE x.goal_id IN ({1})", """
            SELECT x.measure_id FROM monitoring_light x JOIN importing_taken t ON t.node_id = x.measure_id
            WHERE t.upload_id = {0} AND t.before -> 'light' IS NOT NULL AND x.modified_at > {2}""");

    private static final Map<String, String> ROOTS = Map.of(
            "section", "coalesce(x.parent_id NOT IN ({1}), true)",
            "goal", "x.section_id NOT IN ({1}) AND coalesce(x.parent_id NOT IN ({1}), true)",
            "measure", """
                    x.section_id NOT IN ({1}) AND NOT EXISTS (
                      SELECT 1 FROM concept_goal_measure l WHERE l.measure_id = x.id AND l.goal_id IN ({1}))""",
            "text_block", "coalesce(x.section_id NOT IN ({1}), true) AND coalesce(x.goal_id NOT IN ({1}), true)");

    // What a measure says besides its words stands in tables of its own and is remembered with it.
    private static final String SAID = """
             || jsonb_build_object(
              'said', (SELECT to_jsonb(d) FROM concept_measure_detail d WHERE d.measure_id = x.id),
              'costs', (SELECT jsonb_agg(to_jsonb(c)) FROM concept_measure_cost c WHERE c.measure_id = x.id),
              'goals', (SELECT jsonb_agg(to_jsonb(l)) FROM concept_goal_measure l WHERE l.measure_id = x.id))""";
    private static final String TITLE =
            "|| jsonb_build_object('title', (SELECT c.title FROM concept c WHERE c.id = x.concept_id))";
    private static final String LIGHT = """
            UPDATE importing_taken t SET before = t.before || jsonb_build_object('light',
              (SELECT to_jsonb(l) FROM monitoring_light l WHERE l.measure_id = t.node_id))
            WHERE t.upload_id = {0} AND t.node_id = ANY ({1}) AND t.before -> 'light' IS NULL""";
    private static final String OF_CHANGED = """
             WHERE measure_id IN (SELECT t.node_id FROM importing_taken t
              WHERE t.upload_id = {0} AND t.kind = 'measure' AND t.before IS NOT NULL)""";
    private static final String PUT_BACK = """
            INSERT INTO %1$s SELECT was.* FROM importing_taken t, %2$s(null::%1$s, t.before -> '%3$s') was
            WHERE t.upload_id = {0} AND t.kind = 'measure' AND jsonb_typeof(t.before -> '%3$s') = '%4$s'""";

    private final DSLContext dsl;
    private final Bin bin;
    private final LightTable lights;
    private final NumberSheets numbers;
    private final Texts texts;

    TakenStore(DSLContext dsl, Bin bin, LightTable lights, NumberSheets numbers, Texts texts) {
        this.numbers = numbers;
        this.dsl = dsl;
        this.bin = bin;
        this.lights = lights;
        this.texts = texts;
    }

    /** Indicators and figures of take-overs. */
    public NumberSheets numbers() {
        return numbers;
    }

    /** Remembers new rows. */
    public void added(UUID upload, Concepts.Batch batch, Instant now) {
        var rows = new ArrayList<UpdatableRecord<?>>();
        batch.sections().forEach(node -> rows.add(row(upload, node.id(), "section", now)));
        batch.goals().forEach(node -> rows.add(row(upload, node.id(), "goal", now)));
        batch.measures().forEach(node -> rows.add(row(upload, node.id(), "measure", now)));
        batch.texts().forEach(node -> rows.add(row(upload, node.id(), "text", now)));
        dsl.batchInsert(rows).execute();
    }

    private UpdatableRecord<?> row(UUID upload, UUID node, String kind, Instant now) {
        var row = dsl.newRecord(IMPORTING_TAKEN);
        row.setUploadId(upload);
        row.setNodeId(node);
        row.setKind(kind);
        row.setCreatedAt(time(now));
        row.setModifiedAt(time(now));
        row.setVersion(0L);
        return row;
    }

    /** Remembers how rows are, before they are changed; what is remembered already stays. */
    public void before(UUID upload, Collection<UUID> nodes, UUID versionId, Instant now) {
        UUID[] ids = nodes.toArray(UUID[]::new);
        KINDS.forEach(kind -> remember(upload, kind, ids, now));
        remember(upload, "version", new UUID[] {versionId}, now);
    }

    private void remember(UUID upload, String kind, UUID[] ids, Instant now) {
        dsl.execute(
                "INSERT INTO importing_taken (upload_id, node_id, kind, before, created_at, modified_at, version) "
                        + "SELECT {0}, x.id, {1}, to_jsonb(x) " + besides(kind)
                        + ", {2}, {2}, 0 FROM concept_" + kind
                        + " x WHERE x.id = ANY ({3}) ON CONFLICT DO NOTHING",
                DSL.val(upload),
                DSL.val(kind.startsWith("text") ? "text" : kind),
                DSL.val(time(now)),
                DSL.val(ids));
    }

    private static String besides(String kind) {
        return switch (kind) {
            case "measure" -> SAID;
            case "version" -> TITLE;
            default -> "";
        };
    }

    /** Remembers what holds for measures that are to get another light; the measures are remembered already. */
    public void beforeLights(UUID upload, Collection<UUID> measures) {
        dsl.execute(LIGHT, DSL.val(upload), DSL.val(measures.toArray(UUID[]::new)));
    }

    /** Gives the measures their lights of before back. The history only grows: this is one more line in it. */
    public void takeLightsBack(UUID upload, SignedIn who) {
        Map<UUID, CurrentLight> before = lightsBefore(upload);
        Map<UUID, CurrentLight> now = lights.find(before.keySet());
        String why = texts.text("importing.takenBack.title");
        lights.change(
                before.entrySet().stream()
                        .map(entry -> {
                            CurrentLight current = now.getOrDefault(entry.getKey(), CurrentLight.NONE);
                            CurrentLight light = entry.getValue();
                            boolean judged = light.light() != current.light() || light.reason() != current.reason();
                            return new LightTable.Change(entry.getKey(), current, light, judged ? why : null);
                        })
                        .toList(),
                who.name());
    }

    private Map<UUID, CurrentLight> lightsBefore(UUID upload) {
        Field<JSONB> light = DSL.field("{0} -> 'light'", JSONB.class, IMPORTING_TAKEN.BEFORE);
        var stored = DSL.table("jsonb_populate_record(null::monitoring_light, nullif({0}, 'null'))", light)
                .as(MONITORING_LIGHT.getName());
        return dsl.select(IMPORTING_TAKEN.NODE_ID)
                .select(MONITORING_LIGHT.fields())
                .from(IMPORTING_TAKEN, stored)
                .where(IMPORTING_TAKEN.UPLOAD_ID.eq(upload))
                .and(light.isNotNull())
                .fetchMap(IMPORTING_TAKEN.NODE_ID, Rows::light);
    }

    /** Number of nodes that were changed, deleted, judged or put below an added one since the take-over. */
    public int changedSince(UUID upload, Instant takenOver) {
        var parts = Stream.of(
                        KINDS.stream().map(CHANGED::formatted),
                        BELOW.stream().map(below -> below.replace("{1}", ADDED) + NOT_TAKEN),
                        JUDGED.stream().map(judged -> judged.replace("{1}", ADDED)))
                .flatMap(part -> part)
                .toList();
        return dsl.fetchSingle(
                        "SELECT count(*)::int FROM (" + String.join(" UNION ", parts) + ") changed",
                        DSL.val(upload),
                        DSL.inline(0),
                        DSL.val(time(takenOver)))
                .into(int.class);
    }

    /** The added nodes that stand below none of the others. */
    private List<Subject> roots(UUID upload) {
        var roots = new ArrayList<Subject>();
        ROOTS.forEach((kind, outside) -> dsl.fetch(
                        "SELECT x.id FROM concept_" + kind + " x WHERE x.id IN (" + ADDED + ") AND "
                                + outside.replace("{1}", ADDED),
                        DSL.val(upload))
                .forEach(row -> roots.add(new Subject(kind.replace("_block", ""), row.get(0, UUID.class)))));
        return roots;
    }

    /** Puts the added rows into the bin, all at the same time. */
    public void delete(UUID upload, Instant now, SignedIn who) {
        roots(upload).forEach(part -> bin.put(part, time(now), who));
        KINDS.forEach(kind -> dsl.execute(
                "UPDATE concept_" + kind
                        + " SET deleted_at = {1}, modified_at = {1}, version = version + 1 WHERE id IN (" + ADDED + ")",
                DSL.val(upload),
                DSL.val(time(now))));
    }

    /** Sections as they were before the take-over, in the row version they have now. */
    public List<Section> sections(UUID upload, Instant now) {
        return before(upload, CONCEPT_SECTION, now).map(Rows::section);
    }

    /** Goals as they were before the take-over, in the row version they have now. */
    public List<Goal> goals(UUID upload, Instant now) {
        return before(upload, CONCEPT_GOAL, now).map(Rows::goal);
    }

    /** Measures as they were before the take-over, in the row version they have now. */
    public List<Measure> measures(UUID upload, Instant now) {
        return before(upload, CONCEPT_MEASURE, now).map(Rows::measure);
    }

    /** Text blocks as they were before the take-over, in the row version they have now. */
    public List<TextBlock> texts(UUID upload, Instant now) {
        return before(upload, CONCEPT_TEXT_BLOCK, now).map(Rows::text);
    }

    /** Counts that the version stated before the take-over. */
    public Optional<StatedCounts> stated(UUID upload) {
        return rows(upload, CONCEPT_VERSION).stream()
                .findFirst()
                .map(row -> new StatedCounts(
                        row.get(CONCEPT_VERSION.STATED_GOALS), row.get(CONCEPT_VERSION.STATED_MEASURES)));
    }

    /** Title of the concept before the take-over. */
    public Optional<String> title(UUID upload) {
        return dsl.select(DSL.field("{0} ->> 'title'", String.class, IMPORTING_TAKEN.BEFORE))
                .from(IMPORTING_TAKEN)
                .where(IMPORTING_TAKEN.UPLOAD_ID.eq(upload))
                .and(IMPORTING_TAKEN.KIND.eq("version"))
                .fetchOptional(row -> row.get(0, String.class));
    }

    private <R extends UpdatableRecord<R>> Result<R> before(UUID upload, Table<R> table, Instant now) {
        Result<R> rows = rows(upload, table).into(table);
        Field<Long> version = field(table, CONCEPT_SECTION.VERSION);
        rows.forEach(row -> {
            row.set(version, row.get(version) + 1);
            row.set(field(table, CONCEPT_SECTION.MODIFIED_AT), time(now));
        });
        return rows;
    }

    private <R extends Record> Result<Record> rows(UUID upload, Table<R> table) {
        String kind = table.getName().replaceFirst("concept_(text)?", "$1").replaceFirst("_block", "");
        Table<?> stored = DSL.table("jsonb_populate_record(null::" + table.getName() + ", {0})", IMPORTING_TAKEN.BEFORE)
                .as(table.getName());
        return dsl.select(table.fields())
                .from(IMPORTING_TAKEN, stored)
                .where(IMPORTING_TAKEN.UPLOAD_ID.eq(upload))
                .and(IMPORTING_TAKEN.KIND.eq(kind))
                .and(IMPORTING_TAKEN.BEFORE.isNotNull())
                .orderBy(IMPORTING_TAKEN.NODE_ID)
                .fetch();
    }

    private static <T> Field<T> field(Table<?> table, TableField<?, T> like) {
        return Objects.requireNonNull(table.field(like.getName(), like.getType()));
    }

    /** Lets the measures that were changed say besides their words and serve what they did before the take-over. */
    public void describeAsBefore(UUID upload) {
        for (String sql : List.of(
                "DELETE FROM concept_measure_detail " + OF_CHANGED,
                "DELETE FROM concept_measure_cost " + OF_CHANGED,
                "DELETE FROM concept_goal_measure " + OF_CHANGED,
                PUT_BACK.formatted("concept_measure_detail", "jsonb_populate_record", "said", "object"),
                PUT_BACK.formatted("concept_measure_cost", "jsonb_populate_recordset", "costs", "array"),
                PUT_BACK.formatted("concept_goal_measure", "jsonb_populate_recordset", "goals", "array"))) {
            dsl.execute(sql, DSL.val(upload));
        }
    }

    /** Forgets the take-over. */
    public void forget(UUID upload) {
        dsl.deleteFrom(IMPORTING_TAKEN)
                .where(IMPORTING_TAKEN.UPLOAD_ID.eq(upload))
                .execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
