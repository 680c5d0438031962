package de.kreiskonzept.platform.concept;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_VERSION;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.catalogue.TakenCatalogue;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.catalogue.TopicStore;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.concept.detail.DetailStore;
import de.kreiskonzept.platform.concept.retrospect.RetrospectStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL on whole versions; the number of statements does not depend on its size. */
@Singleton
@InWorkspace(readOnly = true)
class ConceptStore {
    private static final String STAMP =
            " SET deleted_at = {2}::timestamptz, modified_at = {3}, version = version + 1 WHERE ";
    private static final List<String> WHOLE_VERSION = List.of(
            "concept_goal" + STAMP + "version_id = {0}",
            "concept_measure" + STAMP + "version_id = {0}",
            "concept_text_block" + STAMP + "version_id = {0}",
            "concept_section" + STAMP + "version_id = {0}",
            "concept_version" + STAMP + "id = {0}");

    private static final Field<List<Section>> SECTIONS = DSL.multiset(DSL.selectFrom(CONCEPT_SECTION)
                    .where(CONCEPT_SECTION.VERSION_ID.eq(CONCEPT_VERSION.ID))
                    .and(CONCEPT_SECTION.DELETED_AT.isNull())
                    .orderBy(CONCEPT_SECTION.POSITION, CONCEPT_SECTION.ID))
            .as("sections")
            .convertFrom(rows -> rows.map(Rows::section));
    private static final Field<List<TextBlock>> TEXTS = DSL.multiset(DSL.selectFrom(CONCEPT_TEXT_BLOCK)
                    .where(CONCEPT_TEXT_BLOCK.VERSION_ID.eq(CONCEPT_VERSION.ID))
                    .and(CONCEPT_TEXT_BLOCK.DELETED_AT.isNull())
                    .orderBy(CONCEPT_TEXT_BLOCK.POSITION, CONCEPT_TEXT_BLOCK.ID))
            .as("texts")
            .convertFrom(rows -> rows.map(Rows::text));
    private static final Field<List<Goal>> GOALS = DSL.multiset(DSL.selectFrom(CONCEPT_GOAL)
                    .where(CONCEPT_GOAL.VERSION_ID.eq(CONCEPT_VERSION.ID))
                    .and(CONCEPT_GOAL.DELETED_AT.isNull())
                    .orderBy(CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID))
            .as("goals")
            .convertFrom(rows -> rows.map(Rows::goal));
    private static final Field<List<MeasureNode>> MEASURES = DSL.multiset(DSL.select(CONCEPT_MEASURE.fields())
                    .select(MONITORING_LIGHT.fields())
                    .from(CONCEPT_MEASURE)
                    .leftJoin(MONITORING_LIGHT)
                    .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                    .where(CONCEPT_MEASURE.VERSION_ID.eq(CONCEPT_VERSION.ID))
                    .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                    .orderBy(CONCEPT_MEASURE.POSITION, CONCEPT_MEASURE.ID))
            .as("measures")
            .convertFrom(
                    rows -> rows.map(row -> new MeasureNode(Rows.measure(row.into(CONCEPT_MEASURE)), Rows.light(row))));
    private static final Field<Map<UUID, List<UUID>>> LINKS = DSL.multiset(
                    DSL.select(CONCEPT_GOAL_MEASURE.GOAL_ID, CONCEPT_GOAL_MEASURE.MEASURE_ID)
                            .from(CONCEPT_GOAL_MEASURE)
                            .where(CONCEPT_GOAL_MEASURE.VERSION_ID.eq(CONCEPT_VERSION.ID))
                            .orderBy(CONCEPT_GOAL_MEASURE.POSITION, CONCEPT_GOAL_MEASURE.MEASURE_ID))
            .as("links")
            .convertFrom(rows -> rows.intoGroups(CONCEPT_GOAL_MEASURE.GOAL_ID, CONCEPT_GOAL_MEASURE.MEASURE_ID));

    private static final Field<ProfileStore.Stored> PROFILE =
            ProfileStore.field(CONCEPT_VERSION.ID).as("profile");
    private static final List<Field<?>> WHOLE = Stream.concat(
                    Stream.of(CONCEPT.fields()), Stream.of(PROFILE, SECTIONS, TEXTS, GOALS, MEASURES, LINKS))
            .toList();

    private final DSLContext dsl;
    private final DetailStore details;
    private final ChapterStore chapters;
    private final RetrospectStore retrospects;
    private final TopicStore topics;
    private final TakenCatalogue catalogue;

    ConceptStore(
            DSLContext dsl,
            DetailStore details,
            ChapterStore chapters,
            RetrospectStore retrospects,
            TopicStore topics,
            TakenCatalogue catalogue) {
        this.dsl = dsl;
        this.details = details;
        this.chapters = chapters;
        this.retrospects = retrospects;
        this.topics = topics;
        this.catalogue = catalogue;
    }

    /** Name of the topic of the shared catalogue that the county says a name of its own means; empty where it says none. */
    String topic(String name) {
        return topics.list().of(name) instanceof TopicChoice.Mapped mapped
                ? catalogue
                        .topics(Set.of(mapped.key()))
                        .find(mapped.key())
                        .map(Topic::name)
                        .orElse("")
                : "";
    }

    /** What versions say of the goals of those that they are based on. */
    RetrospectStore retrospects() {
        return retrospects;
    }

    /** What the measures of versions say besides their words. */
    DetailStore details() {
        return details;
    }

    /** Chapters of versions. */
    ChapterStore chapters() {
        return chapters;
    }

    /** The concept of the county, which has at most one. */
    public Optional<Concept> findConcept() {
        return dsl.selectFrom(CONCEPT)
                .orderBy(CONCEPT.CREATED_AT.desc(), CONCEPT.ID)
                .limit(1)
                .fetchOptional(Rows::concept);
    }

    /** Gives a version and everything in it that was deleted at one time another time of deletion; null for not deleted. */
    @InWorkspace(readOnly = false)
    public void mark(UUID versionId, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, OffsetDateTime now) {
        for (String part : WHOLE_VERSION) {
            dsl.execute(
                    "UPDATE " + part + " AND deleted_at IS NOT DISTINCT FROM {1}::timestamptz",
                    DSL.val(versionId),
                    DSL.val(from, OffsetDateTime.class),
                    DSL.val(to, OffsetDateTime.class),
                    DSL.val(now));
        }
    }

    /** The whole version; empty where there is none with this id. One statement. */
    public Optional<ConceptTree> findTree(UUID versionId) {
        return trees().and(CONCEPT_VERSION.ID.eq(versionId)).fetchOptional(ConceptStore::tree);
    }

    /** The whole version that people write in; empty where there is no concept yet. One statement. */
    public Optional<ConceptTree> findCurrentTree() {
        return trees().orderBy(VersionStore.CURRENT).limit(1).fetchOptional(ConceptStore::tree);
    }

    /** The version that a section belongs to, with everything in it. One statement. */
    public Optional<ConceptTree> findTreeOfSection(UUID sectionId) {
        return trees().and(CONCEPT_VERSION.ID.eq(DSL.select(CONCEPT_SECTION.VERSION_ID)
                        .from(CONCEPT_SECTION)
                        .where(CONCEPT_SECTION.ID.eq(sectionId))))
                .fetchOptional(ConceptStore::tree);
    }

    /** All text blocks of a version that are not deleted, those of sections and goals too. */
    public List<TextBlock> listTexts(UUID versionId) {
        return dsl.selectFrom(CONCEPT_TEXT_BLOCK)
                .where(CONCEPT_TEXT_BLOCK.VERSION_ID.eq(versionId))
                .and(CONCEPT_TEXT_BLOCK.DELETED_AT.isNull())
                .orderBy(CONCEPT_TEXT_BLOCK.POSITION, CONCEPT_TEXT_BLOCK.ID)
                .fetch(Rows::text);
    }

    /** Writes many links at once. */
    @InWorkspace(readOnly = false)
    public void link(Collection<GoalMeasure> links) {
        dsl.batchInsert(links.stream()
                        .map(link -> {
                            var row = CONCEPT_GOAL_MEASURE.newRecord();
                            row.setGoalId(link.goalId());
                            row.setMeasureId(link.measureId());
                            row.setVersionId(link.versionId());
                            row.setPosition(link.position());
                            row.setCreatedAt(link.createdAt().atOffset(ZoneOffset.UTC));
                            row.setModifiedAt(link.modifiedAt().atOffset(ZoneOffset.UTC));
                            row.setVersion(link.version());
                            return row;
                        })
                        .toList())
                .execute();
    }

    private SelectConditionStep<Record> trees() {
        return VersionStore.select(dsl, WHOLE)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_VERSION.CONCEPT_ID))
                .where(CONCEPT_VERSION.DELETED_AT.isNull());
    }

    private static ConceptTree tree(Record row) {
        var planted = new Planting(row);
        return planted.tree(
                Rows.concept(row.into(CONCEPT)),
                VersionStore.version(row),
                row.get(PROFILE).profile());
    }

    /** Puts the flat rows of one version together. */
    private static final class Planting {
        private final Map<@Nullable UUID, List<Section>> sections = new HashMap<>();
        private final Map<UUID, List<Goal>> topGoals = new HashMap<>();
        private final Map<UUID, List<Goal>> subGoals = new HashMap<>();
        private final Map<@Nullable UUID, List<TextBlock>> texts = new HashMap<>();
        private final Map<UUID, List<MeasureNode>> own = new HashMap<>();
        private final Map<UUID, List<MeasureNode>> loose = new HashMap<>();
        private final Map<UUID, MeasureNode> measures = new LinkedHashMap<>();
        private final Map<UUID, List<UUID>> links;

        Planting(Record row) {
            links = row.get(LINKS);
            row.get(MEASURES).forEach(node -> measures.put(node.measure().id(), node));
            row.get(SECTIONS).forEach(section -> add(sections, section.parentId(), section));
            row.get(TEXTS).forEach(text -> add(texts, text.goalId() == null ? text.sectionId() : text.goalId(), text));
            row.get(GOALS).forEach(goal -> {
                UUID parent = goal.parentId();
                add(parent == null ? topGoals : subGoals, parent == null ? goal.sectionId() : parent, goal);
            });
            measures.values().forEach(node -> add(own, node.measure().sectionId(), node));
            Set<UUID> serving = new HashSet<>();
            links.values().forEach(serving::addAll);
            measures.values().stream()
                    .filter(node -> !serving.contains(node.measure().id()))
                    .forEach(node -> add(loose, node.measure().sectionId(), node));
        }

        ConceptTree tree(Concept concept, ConceptVersion version, Profile profile) {
            return new ConceptTree(
                    concept,
                    version,
                    profile,
                    of(texts, null),
                    of(sections, null).stream().map(this::node).toList());
        }

        private SectionNode node(Section section) {
            UUID id = section.id();
            return new SectionNode(
                    section,
                    of(texts, id),
                    of(sections, id).stream().map(this::node).toList(),
                    of(topGoals, id).stream().map(this::node).toList(),
                    of(own, id),
                    of(loose, id));
        }

        private GoalNode node(Goal goal) {
            UUID id = goal.id();
            List<MeasureNode> own = links.getOrDefault(id, List.of()).stream()
                    .filter(measures::containsKey)
                    .map(measures::get)
                    .toList();
            return new GoalNode(
                    goal,
                    of(texts, id),
                    of(subGoals, id).stream().map(this::node).toList(),
                    own);
        }

        private static <K extends @Nullable Object, V> void add(Map<K, List<V>> map, K key, V value) {
            map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
        }

        private static <K extends @Nullable Object, V> List<V> of(Map<K, List<V>> map, K key) {
            return map.getOrDefault(key, List.of());
        }
    }
}
