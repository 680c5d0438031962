package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.bin.BinEntry;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.node.Deletion;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Takes a part out of the bin to another place, where its old one lies in the bin, too. It becomes the last one in its new section, and
 * brings along what is below it.
 */
@Singleton
@InWorkspace
class Elsewhere {
    private static final String SECTION = """
            UPDATE concept_section SET parent_id = {1},
              position = (SELECT coalesce(max(o.position) + 1, 0) FROM concept_section o
                WHERE o.version_id = concept_section.version_id AND o.parent_id IS NOT DISTINCT FROM {1})
            WHERE id = {0}""";
    private static final List<String> GOAL = List.of("""
            WITH RECURSIVE below AS (
              SELECT id FROM concept_goal WHERE id = {0}
              UNION ALL SELECT g.id FROM concept_goal g JOIN below b ON g.parent_id = b.id)
            UPDATE concept_measure SET section_id = {1}
            WHERE deleted_at = (SELECT g.deleted_at FROM concept_goal g WHERE g.id = {0})
              AND id IN (SELECT l.measure_id FROM concept_goal_measure l JOIN below b ON b.id = l.goal_id)
              AND section_id IN (SELECT s.id FROM concept_section s WHERE s.deleted_at IS NOT NULL)""", """
            WITH RECURSIVE below AS (
              SELECT id FROM concept_goal WHERE id = {0}
              UNION ALL SELECT g.id FROM concept_goal g JOIN below b ON g.parent_id = b.id)
            UPDATE concept_goal SET section_id = {1} WHERE id IN (SELECT id FROM below)""", """
            UPDATE concept_goal SET parent_id = NULL,
              position = (SELECT coalesce(max(o.position) + 1, 0) FROM concept_goal o WHERE o.section_id = {1})
            WHERE id = {0}""");
    private static final List<String> MEASURE = List.of("""
            DELETE FROM concept_goal_measure WHERE measure_id = {0}
              AND goal_id IN (SELECT g.id FROM concept_goal g WHERE g.deleted_at IS NOT NULL)""", """
            UPDATE concept_measure SET section_id = {1},
              position = (SELECT coalesce(max(o.position) + 1, 0) FROM concept_measure o WHERE o.section_id = {1})
            WHERE id = {0}""");
    private static final String TEXT = """
            UPDATE concept_text_block SET section_id = {1}, goal_id = NULL,
              position = (SELECT coalesce(max(o.position) + 1, 0) FROM concept_text_block o
                WHERE o.version_id = concept_text_block.version_id AND o.section_id IS NOT DISTINCT FROM {1})
            WHERE id = {0}""";

    private final OwnBin bin;
    private final Concepts concepts;
    private final Nodes nodes;
    private final Editors editors;
    private final Deletion deletion;
    private final DSLContext dsl;

    Elsewhere(OwnBin bin, Concepts concepts, Nodes nodes, Editors editors, Deletion deletion, DSLContext dsl) {
        this.bin = bin;
        this.concepts = concepts;
        this.nodes = nodes;
        this.editors = editors;
        this.deletion = deletion;
        this.dsl = dsl;
    }

    /**
     * Where a part may go.
     *
     * @param sections that this person may change, with all above each of them
     * @param anywhere whether it may also stand in no section
     */
    record Places(BinEntry entry, NodeKind kind, List<List<Section>> sections, boolean anywhere) {}

    /** Whether a part can go elsewhere at all. */
    static boolean knows(BinEntry entry) {
        Optional<NodeKind> kind = kind(entry);
        return kind.isPresent()
                && entry.first() != null
                && !entry.first().kind().equals("version");
    }

    /**
     * Where a part may go.
     *
     * @throws Refusal 404 where it is not in the bin of this person, or its old place is still there
     */
    @InWorkspace(readOnly = true)
    public Places places(UUID id, SignedIn who) {
        BinEntry entry = Nodes.found(bin.list(who).stream()
                .filter(one -> one.part().id().equals(id) && knows(one))
                .findFirst());
        NodeKind kind = kind(entry).orElseThrow();
        ConceptTree tree = Nodes.found(concepts.findTree(nodes.versionOf(kind, id)));
        List<List<Section>> sections = tree.allSections().stream()
                .filter(section -> editors.mayChangeSection(who, section.id()))
                .map(section -> tree.trail(section.id()))
                .toList();
        return new Places(entry, kind, sections, kind == NodeKind.SECTION || kind == NodeKind.TEXT);
    }

    /**
     * Takes a part out of the bin into another section.
     *
     * @param section null for none
     * @throws Refusal 404 where it is not in the bin of this person, its old place is still there, or this is no place for it; 409
     *     where the version is frozen
     */
    public NodeKind restore(UUID id, @Nullable UUID section, SignedIn who) {
        Places places = places(id, who);
        NodeKind kind = places.kind();
        nodes.editable(nodes.versionOf(kind, id));
        boolean known = section == null
                ? places.anywhere()
                : places.sections().stream()
                        .anyMatch(trail -> trail.getLast().id().equals(section));
        if (!known) {
            throw Nodes.missing();
        }
        statements(kind).forEach(sql -> dsl.execute(sql, DSL.val(id), DSL.val(section, SQLDataType.UUID)));
        deletion.restore(kind, id, who);
        return kind;
    }

    private static List<String> statements(NodeKind kind) {
        return switch (kind) {
            case SECTION -> List.of(SECTION);
            case GOAL -> GOAL;
            case MEASURE -> MEASURE;
            case TEXT -> List.of(TEXT);
        };
    }

    private static Optional<NodeKind> kind(BinEntry entry) {
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.text().equals(entry.part().kind()))
                .findFirst();
    }
}
