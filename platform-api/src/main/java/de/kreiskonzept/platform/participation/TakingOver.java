package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.version.Comparison;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds where in a draft a suggestion can be worked in. */
@Singleton
@InWorkspace(readOnly = true)
class TakingOver {
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
        return nodes.listGoals(List.of(wanted)).stream()
                .filter(goal -> !goal.isDeleted())
                .findFirst()
                .flatMap(this::inDraft);
    }

    private Optional<Goal> inDraft(Goal goal) {
        if (nodes.version(goal.versionId()).state().editable()) {
            return Optional.of(goal);
        }
        return concepts.findCurrentVersion()
                .filter(version -> version.state().editable())
                .map(ConceptVersion::id)
                .flatMap(draft -> comparison.descents(draft, goal.versionId(), NodeKind.GOAL).stream()
                        .filter(descent -> descent.predecessor().equals(goal.id()))
                        .findFirst())
                .flatMap(descent -> nodes.listGoals(List.of(descent.successor())).stream()
                        .filter(successor -> !successor.isDeleted())
                        .findFirst());
    }
}
