package de.kreiskonzept.platform.concept;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TEXT_BLOCK;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
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
import org.jooq.DSLContext;
import org.jooq.Record1;
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

    private final DSLContext dsl;
    private final VersionStore versions;

    ConceptStore(DSLContext dsl, VersionStore versions) {
        this.dsl = dsl;
        this.versions = versions;
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

    /** The whole version; empty where there is none with this id. Six statements. */
    public Optional<ConceptTree> findTree(UUID versionId) {
        return versions.find(versionId).map(this::tree);
    }

    /** The version that a section belongs to, with everything in it. */
    public Optional<ConceptTree> findTreeOfSection(UUID sectionId) {
        return dsl.select(CONCEPT_SECTION.VERSION_ID)
                .from(CONCEPT_SECTION)
                .where(CONCEPT_SECTION.ID.eq(sectionId))
                .fetchOptional(Record1::component1)
                .flatMap(this::findTree);
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

    private ConceptTree tree(ConceptVersion version) {
        var row = dsl.select(CONCEPT, ProfileStore.field(DSL.val(version.id())))
                .from(CONCEPT)
                .where(CONCEPT.ID.eq(version.conceptId()))
                .fetchSingle();
        Concept concept = Rows.concept(row.value1());
        Profile profile = row.value2().profile();
        List<Section> sections = dsl.selectFrom(CONCEPT_SECTION)
                .where(CONCEPT_SECTION.VERSION_ID.eq(version.id()))
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .orderBy(CONCEPT_SECTION.POSITION, CONCEPT_SECTION.ID)
                .fetch(Rows::section);
        List<TextBlock> texts = listTexts(version.id());
        var planted = new Planting(sections, texts, goals(version.id()), measures(version.id()), links(version.id()));
        return planted.tree(concept, version, profile);
    }

    private List<Goal> goals(UUID versionId) {
        return dsl.selectFrom(CONCEPT_GOAL)
                .where(CONCEPT_GOAL.VERSION_ID.eq(versionId))
                .and(CONCEPT_GOAL.DELETED_AT.isNull())
                .orderBy(CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID)
                .fetch(Rows::goal);
    }

    private Map<UUID, MeasureNode> measures(UUID versionId) {
        var measures = new LinkedHashMap<UUID, MeasureNode>();
        dsl.select(CONCEPT_MEASURE.fields())
                .select(MONITORING_LIGHT.fields())
                .from(CONCEPT_MEASURE)
                .leftJoin(MONITORING_LIGHT)
                .on(MONITORING_LIGHT.MEASURE_ID.eq(CONCEPT_MEASURE.ID))
                .where(CONCEPT_MEASURE.VERSION_ID.eq(versionId))
                .and(CONCEPT_MEASURE.DELETED_AT.isNull())
                .orderBy(CONCEPT_MEASURE.POSITION, CONCEPT_MEASURE.ID)
                .forEach(row -> measures.put(
                        row.get(CONCEPT_MEASURE.ID),
                        new MeasureNode(Rows.measure(row.into(CONCEPT_MEASURE)), Rows.light(row))));
        return measures;
    }

    private Map<UUID, List<UUID>> links(UUID versionId) {
        return dsl.select(CONCEPT_GOAL_MEASURE.GOAL_ID, CONCEPT_GOAL_MEASURE.MEASURE_ID)
                .from(CONCEPT_GOAL_MEASURE)
                .where(CONCEPT_GOAL_MEASURE.VERSION_ID.eq(versionId))
                .orderBy(CONCEPT_GOAL_MEASURE.POSITION, CONCEPT_GOAL_MEASURE.MEASURE_ID)
                .fetchGroups(CONCEPT_GOAL_MEASURE.GOAL_ID, CONCEPT_GOAL_MEASURE.MEASURE_ID);
    }

    /** Puts the flat rows of one version together. */
    private static final class Planting {
        private final Map<@Nullable UUID, List<Section>> sections = new HashMap<>();
        private final Map<UUID, List<Goal>> topGoals = new HashMap<>();
        private final Map<UUID, List<Goal>> subGoals = new HashMap<>();
        private final Map<@Nullable UUID, List<TextBlock>> texts = new HashMap<>();
        private final Map<UUID, List<MeasureNode>> own = new HashMap<>();
        private final Map<UUID, List<MeasureNode>> loose = new HashMap<>();
        private final Map<UUID, MeasureNode> measures;
        private final Map<UUID, List<UUID>> links;

        Planting(
                List<Section> sections,
                List<TextBlock> texts,
                List<Goal> goals,
                Map<UUID, MeasureNode> measures,
                Map<UUID, List<UUID>> links) {
            this.measures = measures;
            this.links = links;
            sections.forEach(section -> add(this.sections, section.parentId(), section));
            texts.forEach(text -> add(this.texts, text.goalId() == null ? text.sectionId() : text.goalId(), text));
            goals.forEach(goal -> {
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
