package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.version.Comparison;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds where in a draft something that people outside the office said can be worked in. */
@Singleton
@InWorkspace(readOnly = true)
public class TakingOver {
    private final Concepts concepts;
    private final Nodes nodes;
    private final Comparison comparison;

    TakingOver(Concepts concepts, Nodes nodes, Comparison comparison) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.comparison = comparison;
    }

    /**
     * The goal of a suggestion in the draft, or that in which it lives on there; empty where no draft holds it.
     *
     * @throws Refusal 404 where the suggestion changes nothing or is about no goal
     */
    Optional<Goal> find(Suggestion suggestion) {
        UUID wanted = suggestion.goalId();
        if (wanted == null || !suggestion.decision().changesConcept()) {
            throw Refusal.notFound();
        }
        return goalInDraft(wanted);
    }

    /** A goal in the draft, or that in which it lives on there; empty where no draft holds it. */
    public Optional<Goal> goalInDraft(UUID id) {
        return goal(id).flatMap(
                        goal -> inDraft(NodeKind.GOAL, id, goal.versionId()).flatMap(this::goal));
    }

    private Optional<Goal> goal(UUID id) {
        return nodes.listGoals(List.of(id)).stream()
                .filter(goal -> !goal.isDeleted())
                .findFirst();
    }

    /** A section in the draft, or that in which it lives on there; empty where no draft holds it. */
    public Optional<Section> sectionInDraft(UUID id) {
        return section(id)
                .flatMap(section ->
                        inDraft(NodeKind.SECTION, id, section.versionId()).flatMap(this::section));
    }

    private Optional<Section> section(UUID id) {
        return concepts.findTreeOfSection(id)
                .flatMap(tree -> tree.findSection(id))
                .map(SectionNode::section);
    }

    private Optional<UUID> inDraft(NodeKind kind, UUID id, UUID version) {
        if (nodes.version(version).state().editable()) {
            return Optional.of(id);
        }
        return concepts.findCurrentVersion()
                .filter(current -> current.state().editable())
                .map(ConceptVersion::id)
                .flatMap(draft -> comparison.descents(draft, version, kind).stream()
                        .filter(descent -> descent.predecessor().equals(id))
                        .findFirst())
                .map(descent -> descent.successor());
    }
}
