package de.kreiskonzept.platform.concept.node;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_CHAPTER;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The order of nodes among their siblings, and which goals a measure serves. */
@Singleton
@InWorkspace
class Placement {
    private final DSLContext dsl;
    private final Nodes nodes;
    private final Guard guard;
    private final Clock clock;

    Placement(DSLContext dsl, Nodes nodes, Guard guard, Clock clock) {
        this.dsl = dsl;
        this.nodes = nodes;
        this.guard = guard;
        this.clock = clock;
    }

    /** Swaps a node with its neighbour; nothing happens at the end of the row. */
    public void move(NodeKind kind, UUID id, boolean up, SignedIn who) {
        guard.rearrange(who, kind, id);
        Table<?> table = table(kind);
        boolean moved = swap(
                siblings(kind, id),
                id,
                up,
                (node, position) -> dsl.update(table)
                        .set(position(table), position)
                        .set(version(table), version(table).plus(1))
                        .set(modified(table), now())
                        .where(key(table).eq(node))
                        .execute());
        if (moved) {
            guard.record(who, kind, "moved", id);
        }
    }

    /** Swaps a measure with its neighbour under one goal. */
    public void moveUnderGoal(UUID measure, UUID goal, boolean up, SignedIn who) {
        guard.rearrange(who, NodeKind.MEASURE, measure);
        guard.rearrange(who, NodeKind.GOAL, goal);
        var links = CONCEPT_GOAL_MEASURE;
        var siblings = dsl.select(links.MEASURE_ID, links.POSITION)
                .from(links)
                .join(CONCEPT_MEASURE)
                .on(CONCEPT_MEASURE.ID.eq(links.MEASURE_ID))
                .where(links.GOAL_ID.eq(goal))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .orderBy(links.POSITION, links.MEASURE_ID)
                .fetch();
        boolean moved = swap(
                siblings,
                measure,
                up,
                (node, position) -> dsl.update(links)
                        .set(links.POSITION, position)
                        .set(links.MODIFIED_AT, now())
                        .where(links.GOAL_ID.eq(goal))
                        .and(links.MEASURE_ID.eq(node))
                        .execute());
        if (moved) {
            guard.record(who, NodeKind.MEASURE, "moved", measure);
        }
    }

    private List<Record2<UUID, Integer>> siblings(NodeKind kind, UUID id) {
        Table<?> table = table(kind);
        return dsl.select(key(table), position(table))
                .from(table)
                .where(besides(kind, id))
                .and(Objects.requireNonNull(table.field(CONCEPT_SECTION.DELETED_AT))
                        .isNull())
                .orderBy(position(table), key(table))
                .fetch();
    }

    private Condition besides(NodeKind kind, UUID id) {
        return switch (kind) {
            case SECTION -> {
                var section = nodes.section(id);
                yield inVersion(section.versionId(), section.parentId());
            }
            case GOAL -> {
                var goal = nodes.goal(id);
                yield inSection(goal.sectionId(), goal.parentId());
            }
            case MEASURE -> CONCEPT_MEASURE.SECTION_ID.eq(nodes.measure(id).sectionId());
            case TEXT -> {
                TextBlock text = nodes.text(id);
                yield ofOwner(text.versionId(), text.sectionId(), text.goalId())
                        .and(CONCEPT_TEXT_BLOCK.CHAPTER_ID.isNotDistinctFrom(text.chapterId()));
            }
        };
    }

    /** Returns whether there is a neighbour. */
    private static boolean swap(List<Record2<UUID, Integer>> siblings, UUID id, boolean up, Store store) {
        int from = siblings.stream().map(Record2::value1).toList().indexOf(id);
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < siblings.size()) {
            store.at(siblings.get(from).value1(), siblings.get(to).value2());
            store.at(siblings.get(to).value1(), siblings.get(from).value2());
            return true;
        }
        return false;
    }

    private interface Store {
        int at(UUID node, int position);
    }

    int nextSection(UUID version, @Nullable UUID parent) {
        return next(CONCEPT_SECTION, inVersion(version, parent));
    }

    int nextGoal(UUID section, @Nullable UUID parent) {
        return next(CONCEPT_GOAL, inSection(section, parent));
    }

    int nextMeasure(UUID section) {
        return next(CONCEPT_MEASURE, CONCEPT_MEASURE.SECTION_ID.eq(section));
    }

    int nextText(UUID version, @Nullable UUID section, @Nullable UUID goal) {
        return next(CONCEPT_TEXT_BLOCK, ofOwner(version, section, goal));
    }

    /**
     * The chapter that a text is to stand in; null for none.
     *
     * @param owner section or goal of the text
     * @throws de.kreiskonzept.foundation.web.Refusal 404 where the version has no such chapter, or the text belongs to a part of it
     */
    @Nullable
    UUID chapter(NodeForm form, UUID version, @Nullable UUID owner) {
        if (form.chapterId().isEmpty()) {
            return null;
        }
        var chapter = dsl
                .select(CONCEPT_CHAPTER.ID)
                .from(CONCEPT_CHAPTER)
                .where(CONCEPT_CHAPTER.VERSION_ID.eq(version))
                .fetch(CONCEPT_CHAPTER.ID)
                .stream()
                .filter(id -> owner == null && id.toString().equals(form.chapterId()))
                .findFirst();
        return Nodes.found(chapter);
    }

    private int next(Table<?> table, Condition siblings) {
        return dsl.select(DSL.coalesce(DSL.max(position(table)).plus(1), 0))
                .from(table)
                .where(siblings)
                .fetchSingle()
                .value1();
    }

    /** Ids of the goals that a measure serves, deleted ones left out. */
    List<UUID> goalsOf(UUID measure) {
        return dsl.select(CONCEPT_GOAL.ID)
                .from(CONCEPT_GOAL)
                .join(CONCEPT_GOAL_MEASURE)
                .on(CONCEPT_GOAL_MEASURE.GOAL_ID.eq(CONCEPT_GOAL.ID))
                .where(CONCEPT_GOAL_MEASURE.MEASURE_ID.eq(measure))
                .and(CONCEPT_GOAL.DELETED_AT.isNull())
                .orderBy(CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID)
                .fetch(CONCEPT_GOAL.ID);
    }

    /** Whether all these goals stand in this version and are not deleted. */
    boolean stand(Set<UUID> goals, UUID version) {
        return goals.isEmpty()
                || goals.size()
                        == dsl.fetchCount(DSL.selectOne()
                                .from(CONCEPT_GOAL)
                                .where(CONCEPT_GOAL.ID.in(goals))
                                .and(CONCEPT_GOAL.DELETED_AT.isNull())
                                .and(CONCEPT_GOAL.VERSION_ID.eq(version)));
    }

    /** Makes a measure serve exactly these goals; goals it serves already keep its place. */
    void serve(UUID measure, Set<UUID> goals) {
        var links = CONCEPT_GOAL_MEASURE;
        // Goals in the bin keep their measures for the day they come back.
        dsl.deleteFrom(links)
                .where(links.MEASURE_ID.eq(measure))
                .and(links.GOAL_ID.notIn(goals))
                .and(links.GOAL_ID.in(
                        DSL.select(CONCEPT_GOAL.ID).from(CONCEPT_GOAL).where(CONCEPT_GOAL.DELETED_AT.isNull())))
                .execute();
        if (goals.isEmpty()) {
            return;
        }
        var end = DSL.select(DSL.coalesce(DSL.max(links.POSITION).plus(1), 0))
                .from(links)
                .where(links.GOAL_ID.eq(CONCEPT_GOAL.ID))
                .<Integer>asField();
        dsl.insertInto(
                        links,
                        links.GOAL_ID,
                        links.MEASURE_ID,
                        links.VERSION_ID,
                        links.POSITION,
                        links.CREATED_AT,
                        links.MODIFIED_AT,
                        links.VERSION)
                .select(DSL.select(
                                CONCEPT_GOAL.ID,
                                DSL.val(measure),
                                CONCEPT_GOAL.VERSION_ID,
                                end,
                                DSL.val(now()),
                                DSL.val(now()),
                                DSL.val(0L))
                        .from(CONCEPT_GOAL)
                        .where(CONCEPT_GOAL.ID.in(goals)))
                .onConflictDoNothing()
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Condition inVersion(UUID version, @Nullable UUID parent) {
        return CONCEPT_SECTION.VERSION_ID.eq(version).and(CONCEPT_SECTION.PARENT_ID.isNotDistinctFrom(parent));
    }

    private static Condition inSection(UUID section, @Nullable UUID parent) {
        return CONCEPT_GOAL.SECTION_ID.eq(section).and(CONCEPT_GOAL.PARENT_ID.isNotDistinctFrom(parent));
    }

    private static Condition ofOwner(UUID version, @Nullable UUID section, @Nullable UUID goal) {
        return CONCEPT_TEXT_BLOCK
                .VERSION_ID
                .eq(version)
                .and(CONCEPT_TEXT_BLOCK.SECTION_ID.isNotDistinctFrom(section))
                .and(CONCEPT_TEXT_BLOCK.GOAL_ID.isNotDistinctFrom(goal));
    }

    static Table<?> table(NodeKind kind) {
        return switch (kind) {
            case SECTION -> CONCEPT_SECTION;
            case GOAL -> CONCEPT_GOAL;
            case MEASURE -> CONCEPT_MEASURE;
            case TEXT -> CONCEPT_TEXT_BLOCK;
        };
    }

    private static Field<UUID> key(Table<?> table) {
        return Objects.requireNonNull(table.field(CONCEPT_SECTION.ID));
    }

    private static Field<Integer> position(Table<?> table) {
        return Objects.requireNonNull(table.field(CONCEPT_SECTION.POSITION));
    }

    private static Field<Long> version(Table<?> table) {
        return Objects.requireNonNull(table.field(CONCEPT_SECTION.VERSION));
    }

    private static Field<OffsetDateTime> modified(Table<?> table) {
        return Objects.requireNonNull(table.field(CONCEPT_SECTION.MODIFIED_AT));
    }
}
