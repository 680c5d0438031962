package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Puts nodes into the bin and takes them back. What is below a node gets the same time stamp, so that taking back brings exactly
 * that again and nothing that was deleted on its own before.
 */
@Singleton
@InWorkspace
public class Deletion {
    private static final String SECTIONS = """
            WITH RECURSIVE below AS (
              SELECT id FROM concept_section WHERE id = {0}
              UNION ALL SELECT s.id FROM concept_section s JOIN below b ON s.parent_id = b.id)
            """;
    private static final String GOALS = """
            WITH RECURSIVE below AS (
              SELECT id FROM concept_goal WHERE id = {0}
              UNION ALL SELECT g.id FROM concept_goal g JOIN below b ON g.parent_id = b.id)
            """;

    // Measures that served goals among the marked ones, and none that is still there.
    private static final String UNSERVED = """
            (id IN (SELECT l.measure_id FROM concept_goal_measure l JOIN concept_goal g ON g.id = l.goal_id WHERE %s)
              AND ({2}::timestamptz IS NULL OR NOT EXISTS (SELECT 1 FROM concept_goal_measure l
                JOIN concept_goal g ON g.id = l.goal_id
                WHERE l.measure_id = concept_measure.id AND g.deleted_at IS NULL)))""";
    // Measures that were deleted with another goal, and now serve one again.
    private static final String SERVED_AGAIN = """
            UPDATE concept_measure SET deleted_at = NULL, modified_at = {1}, version = version + 1
            WHERE deleted_at IN (SELECT g.deleted_at FROM concept_goal g JOIN concept_goal_measure l ON l.goal_id = g.id
                WHERE l.measure_id = concept_measure.id)
              AND EXISTS (SELECT 1 FROM concept_goal g JOIN concept_goal_measure l ON l.goal_id = g.id
                WHERE l.measure_id = concept_measure.id AND g.deleted_at IS NULL)
              AND section_id IN (SELECT s.id FROM concept_section s
                WHERE s.deleted_at IS NULL AND s.version_id = {0})""";

    private final DSLContext dsl;
    private final Nodes nodes;
    private final Guard guard;
    private final Bin bin;
    private final FieldHistory history;
    private final Clock clock;

    Deletion(DSLContext dsl, Nodes nodes, Guard guard, Bin bin, FieldHistory history, Clock clock) {
        this.dsl = dsl;
        this.nodes = nodes;
        this.guard = guard;
        this.bin = bin;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Deletes a node and what is below it. A measure goes with the last of its goals, wherever it stands, and stays while it serves
     * another one. Stale if it has changed.
     */
    public void delete(NodeKind kind, UUID id, long version, SignedIn who) {
        guard.rearrange(who, kind, id);
        if (current(kind, id) != version) {
            throw Nodes.stale();
        }
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        if (!bin.put(new Subject(kind.text(), id), now, who)) {
            throw Nodes.stale();
        }
        mark(kind, id, null, now);
        history.tell(new Subject(kind.text(), id), What.DELETED, version + 1);
        guard.record(who, kind, "deleted", id);
    }

    /** Takes back what was deleted with this node; refuses where what is above it is still deleted. */
    public void restore(NodeKind kind, UUID id, SignedIn who) {
        guard.rearrange(who, kind, id);
        Optional<OffsetDateTime> deleted = bin.take(new Subject(kind.text(), id));
        if (deleted.isEmpty()) {
            return;
        }
        mark(kind, id, deleted.get(), null);
        dsl.execute(
                SERVED_AGAIN,
                DSL.val(nodes.versionOf(kind, id)),
                DSL.val(clock.instant().atOffset(ZoneOffset.UTC)));
        if (orphan(kind, id)) {
            throw new Refusal(HttpStatus.CONFLICT, "parent-deleted", "concept.refused.parentDeleted");
        }
        history.tell(new Subject(kind.text(), id), What.RESTORED, current(kind, id));
        guard.record(who, kind, "restored", id);
    }

    private long current(NodeKind kind, UUID id) {
        return switch (kind) {
            case SECTION -> nodes.section(id).version();
            case GOAL -> nodes.goal(id).version();
            case MEASURE -> nodes.measure(id).version();
            case TEXT -> nodes.text(id).version();
        };
    }

    private void mark(NodeKind kind, UUID id, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        Change change = new Change(id, from, to);
        switch (kind) {
            case SECTION -> {
                set(SECTIONS, "concept_section", "id IN (SELECT id FROM below)", change);
                set(SECTIONS, "concept_goal", "section_id IN (SELECT id FROM below)", change);
                set(
                        SECTIONS,
                        "concept_measure",
                        "(section_id IN (SELECT id FROM below) OR "
                                + UNSERVED.formatted("g.section_id IN (SELECT id FROM below)") + ")",
                        change);
                set(SECTIONS, "concept_text_block", """
                        (section_id IN (SELECT id FROM below)
                          OR goal_id IN (SELECT id FROM concept_goal WHERE section_id IN (SELECT id FROM below)))""", change);
            }
            case GOAL -> {
                set(GOALS, "concept_goal", "id IN (SELECT id FROM below)", change);
                set(GOALS, "concept_text_block", "goal_id IN (SELECT id FROM below)", change);
                set(GOALS, "concept_measure", UNSERVED.formatted("g.id IN (SELECT id FROM below)"), change);
            }
            case MEASURE -> set("", "concept_measure", "id = {0}", change);
            case TEXT -> set("", "concept_text_block", "id = {0}", change);
        }
    }

    /** From when to when a node and what is below it counts as deleted; null for not deleted. */
    private record Change(
            UUID id,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    private void set(String with, String table, String which, Change change) {
        dsl.execute(
                with + "UPDATE " + table
                        + " SET deleted_at = {2}::timestamptz, modified_at = {3}, version = version + 1 WHERE " + which
                        + " AND deleted_at IS NOT DISTINCT FROM {1}::timestamptz",
                DSL.val(change.id()),
                DSL.val(change.from(), OffsetDateTime.class),
                DSL.val(change.to(), OffsetDateTime.class),
                DSL.val(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private boolean orphan(NodeKind kind, UUID id) {
        return dsl.fetchOptional(
                        switch (kind) {
                            case SECTION -> """
                        SELECT 1 FROM concept_section s JOIN concept_section p ON p.id = s.parent_id
                        WHERE s.id = {0} AND p.deleted_at IS NOT NULL""";
                            case GOAL -> """
                        SELECT 1 FROM concept_goal g JOIN concept_section s ON s.id = g.section_id
                        LEFT JOIN concept_goal p ON p.id = g.parent_id
                        WHERE g.id = {0} AND (s.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL)""";
                            case MEASURE -> """
                        SELECT 1 FROM concept_measure m JOIN concept_section s ON s.id = m.section_id
                        WHERE m.id = {0} AND (s.deleted_at IS NOT NULL
                          OR (EXISTS (SELECT 1 FROM concept_goal_measure l WHERE l.measure_id = m.id)
                            AND NOT EXISTS (SELECT 1 FROM concept_goal_measure l JOIN concept_goal g ON g.id = l.goal_id
                              WHERE l.measure_id = m.id AND g.deleted_at IS NULL)))""";
                            case TEXT -> """
                        SELECT 1 FROM concept_text_block t LEFT JOIN concept_section s ON s.id = t.section_id
                        LEFT JOIN concept_goal g ON g.id = t.goal_id
                        WHERE t.id = {0} AND (s.deleted_at IS NOT NULL OR g.deleted_at IS NOT NULL)""";
                        },
                        DSL.val(id))
                .isPresent();
    }
}
