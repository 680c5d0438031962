package de.kreiskonzept.platform.concept.bin;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;

import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.identity.support.VisitorNames;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bin: each part with its place, and with what has to come back before it. Three statements, and one more where a visitor or a former
 * person deleted something.
 */
@Singleton
final class BinRows {
    private static final Field<UUID> ACCOUNT = DSL.field(DSL.name("account_id"), UUID.class);
    private static final Field<String> ACCOUNT_NAME = DSL.field(DSL.name("account_name"), String.class);
    private static final String ENTRIES = """
            SELECT b.deleted_at, b.account_id, a.name AS account_name, v.id AS version_id, v.label,
              v.deleted_at IS NOT NULL AS version_deleted,
              CASE WHEN b.version_id IS NOT NULL THEN 'version' WHEN b.section_id IS NOT NULL THEN 'section'
                WHEN b.goal_id IS NOT NULL THEN 'goal' WHEN b.measure_id IS NOT NULL THEN 'measure'
                WHEN b.indicator_id IS NOT NULL THEN 'indicator' WHEN b.figure_id IS NOT NULL THEN 'figure' ELSE 'text' END AS kind,
              coalesce(b.version_id, b.section_id, b.goal_id, b.measure_id, b.text_id, b.indicator_id, b.figure_id) AS id,
              i.measure_id AS above_measure, btrim(m.number || ' ' || m.text) AS measure_name, m.deleted_at AS measure_deleted,
              coalesce(i.name, f.name, btrim(s.number || ' ' || s.name), btrim(g.number || ' ' || g.text), btrim(m.number || ' ' || m.text),
                nullif(t.name, ''), t.text, v.label) AS name,
              coalesce(s.parent_id, g.section_id, m.section_id, t.section_id, tg.section_id, f.section_id) AS above_section,
              coalesce(i.goal_id, g.parent_id, t.goal_id, (SELECT min(l.goal_id::text)::uuid FROM concept_goal_measure l
                WHERE l.measure_id = m.id AND NOT EXISTS (SELECT 1 FROM concept_goal_measure o
                  JOIN concept_goal og ON og.id = o.goal_id WHERE o.measure_id = m.id AND og.deleted_at IS NULL))) AS above_goal
            FROM concept_bin b
            LEFT JOIN identity_account a ON a.id = b.account_id
            LEFT JOIN concept_section s ON s.id = b.section_id
            LEFT JOIN situation_indicator i ON i.id = b.indicator_id
            LEFT JOIN situation_figure f ON f.id = b.figure_id
            LEFT JOIN concept_goal g ON g.id = coalesce(b.goal_id, i.goal_id)
            LEFT JOIN concept_measure m ON m.id = coalesce(b.measure_id, i.measure_id)
            LEFT JOIN concept_text_block t ON t.id = b.text_id
            LEFT JOIN concept_goal tg ON tg.id = t.goal_id
            JOIN concept_version v ON v.id = coalesce(b.version_id, s.version_id, g.version_id, m.version_id, t.version_id, i.version_id, f.version_id)
            ORDER BY b.deleted_at DESC, b.id DESC""";

    private final DSLContext dsl;
    private final VisitorNames visitors;

    BinRows(DSLContext dsl, VisitorNames visitors) {
        this.dsl = dsl;
        this.visitors = visitors;
    }

    List<BinEntry> list() {
        var rows = dsl.fetch(ENTRIES);
        if (rows.isEmpty()) {
            return List.of();
        }
        var roots = new HashMap<Subject, OffsetDateTime>();
        rows.forEach(row -> roots.put(part(row), row.get("deleted_at", OffsetDateTime.class)));
        var above = new Above(
                sections(rows.intoSet("version_id", UUID.class)), goals(rows.intoSet("version_id", UUID.class)));
        var names = visitors.in(rows, ACCOUNT, ACCOUNT_NAME);
        return rows.map(row -> entry(row, above, roots, names.apply(row)));
    }

    private static BinEntry entry(
            Record row, Above above, Map<Subject, OffsetDateTime> roots, @Nullable String accountName) {
        Subject part = part(row);
        UUID section = row.get("above_section", UUID.class);
        List<Step> steps = new ArrayList<>(above.of(section, row.get("above_goal", UUID.class)));
        UUID measure = row.get("above_measure", UUID.class);
        if (measure != null) {
            steps.add(new Step(
                    new Subject("measure", measure),
                    null,
                    section,
                    row.get("measure_name", String.class),
                    row.get("measure_deleted", OffsetDateTime.class)));
        }
        Subject first = steps.reversed().stream()
                .filter(step -> step.deletedAt() != null)
                .findFirst()
                .flatMap(step -> root(step, steps, roots))
                .orElse(null);
        boolean inDeleted =
                row.get("version_deleted", Boolean.class) && !part.kind().equals("version");
        return new BinEntry(
                part,
                row.get("label", String.class),
                row.get("name", String.class),
                steps.stream().map(Step::name).toList(),
                part.kind().equals("section") ? part.id() : section,
                inDeleted ? new Subject("version", row.get("version_id", UUID.class)) : first,
                row.get("deleted_at", OffsetDateTime.class).toInstant(),
                row.get(ACCOUNT),
                accountName);
    }

    // A step without an entry of its own went with the one above it that bears the same time.
    private static java.util.Optional<Subject> root(
            Step deleted, List<Step> steps, Map<Subject, OffsetDateTime> roots) {
        return steps.stream()
                .filter(step ->
                        deleted.deletedAt() != null && deleted.deletedAt().equals(roots.get(step.part())))
                .map(Step::part)
                .findFirst();
    }

    private static Subject part(Record row) {
        return new Subject(row.get("kind", String.class), row.get("id", UUID.class));
    }

    private Map<UUID, Step> sections(Set<UUID> versions) {
        return dsl
                .select(CONCEPT_SECTION.ID, CONCEPT_SECTION.PARENT_ID, CONCEPT_SECTION.NAME, CONCEPT_SECTION.DELETED_AT)
                .from(CONCEPT_SECTION)
                .where(CONCEPT_SECTION.VERSION_ID.in(versions))
                .fetch(row ->
                        new Step(new Subject("section", row.value1()), row.value2(), null, row.value3(), row.value4()))
                .stream()
                .collect(Collectors.toMap(step -> step.part().id(), step -> step));
    }

    private Map<UUID, Step> goals(Set<UUID> versions) {
        return dsl
                .select(
                        CONCEPT_GOAL.ID,
                        CONCEPT_GOAL.PARENT_ID,
                        CONCEPT_GOAL.SECTION_ID,
                        CONCEPT_GOAL.TEXT,
                        CONCEPT_GOAL.DELETED_AT)
                .from(CONCEPT_GOAL)
                .where(CONCEPT_GOAL.VERSION_ID.in(versions))
                .fetch(row -> new Step(
                        new Subject("goal", row.value1()), row.value2(), row.value3(), row.value4(), row.value5()))
                .stream()
                .collect(Collectors.toMap(step -> step.part().id(), step -> step));
    }

    /** A section or goal above something. */
    private record Step(
            Subject part,
            @Nullable UUID parent,
            @Nullable UUID section,
            String name,
            @Nullable OffsetDateTime deletedAt) {}

    private record Above(Map<UUID, Step> sections, Map<UUID, Step> goals) {
        /** All above, the highest first: sections, then goals. */
        List<Step> of(@Nullable UUID section, @Nullable UUID goal) {
            var steps = new LinkedHashMap<UUID, Step>();
            climb(steps, goals, goal);
            Step lowest = goal == null ? null : goals.get(goal);
            climb(steps, sections, lowest == null ? section : lowest.section());
            climb(steps, sections, section);
            return new ArrayList<>(steps.values()).reversed();
        }

        private static void climb(Map<UUID, Step> steps, Map<UUID, Step> known, @Nullable UUID start) {
            for (Step step = start == null ? null : known.get(start);
                    step != null;
                    step = step.parent() == null ? null : known.get(step.parent())) {
                steps.putIfAbsent(step.part().id(), step);
            }
        }
    }
}
