package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.ContributionKind;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.participation.TakingOver;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the form of the draft in which a contribution can be worked in; the form itself belongs to the concept. */
@Singleton
@InWorkspace(readOnly = true)
public class WorkingIn {
    private final TakingOver takingOver;
    private final Concepts concepts;

    WorkingIn(TakingOver takingOver, Concepts concepts) {
        this.takingOver = takingOver;
        this.concepts = concepts;
    }

    /**
     * A form of the concept.
     *
     * @param action address below the concept that takes the form
     * @param title key of what is written in it
     * @param hidden what the form sends besides the words
     * @param text words to begin with
     */
    public record Sheet(String action, String title, Map<String, String> hidden, String text) {}

    /**
     * The form: the goal that is commented, or a new goal or measure where it was proposed; empty where no draft holds the place, or a
     * comment is about more than a goal.
     *
     * @throws Refusal 404 where the contribution changes nothing
     */
    Optional<Sheet> find(Contribution contribution) {
        if (!contribution.decision().changesConcept()) {
            throw Refusal.notFound();
        }
        UUID goal = contribution.place().goalId();
        UUID section = contribution.place().sectionId();
        if (goal != null) {
            return takingOver.goalInDraft(goal).map(found -> atGoal(contribution, found));
        }
        return section == null || contribution.kind() == ContributionKind.COMMENT
                ? Optional.empty()
                : takingOver.sectionInDraft(section).map(found -> inSection(contribution, found));
    }

    private Sheet atGoal(Contribution contribution, Goal goal) {
        return switch (contribution.kind()) {
            case COMMENT -> change(goal);
            case GOAL -> goal.kind() == GoalKind.OVERALL_GOAL ? below(contribution, goal) : beside(contribution, goal);
            case MEASURE -> {
                var hidden = place(goal.sectionId());
                hidden.put("ziel", goal.id().toString());
                hidden.put("goals", goal.id().toString());
                yield new Sheet("/neu/massnahmen", "commenting.workIn.newMeasure", hidden, contribution.text());
            }
        };
    }

    private static Sheet change(Goal goal) {
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("version", String.valueOf(goal.version()));
        hidden.put("kind", goal.kind().text());
        hidden.put("number", goal.number());
        return new Sheet("/ziele/" + goal.id() + "/bearbeiten", "participation.takeOver.goal", hidden, goal.text());
    }

    private Sheet below(Contribution contribution, Goal goal) {
        var hidden = place(goal.sectionId());
        hidden.put("ziel", goal.id().toString());
        hidden.put("kind", kind(profile(goal.versionId()).goalsBelow(goal.kind()), GoalKind.SUB_GOAL));
        return goal(hidden, contribution);
    }

    private static Sheet beside(Contribution contribution, Goal goal) {
        var hidden = place(goal.sectionId());
        if (goal.parentId() != null) {
            hidden.put("ziel", goal.parentId().toString());
        }
        hidden.put("kind", goal.kind().text());
        return goal(hidden, contribution);
    }

    private Sheet inSection(Contribution contribution, Section section) {
        var hidden = place(section.id());
        if (contribution.kind() == ContributionKind.MEASURE) {
            return new Sheet("/neu/massnahmen", "commenting.workIn.newMeasure", hidden, contribution.text());
        }
        hidden.put("kind", kind(profile(section.versionId()).topGoals(), GoalKind.SUB_GOAL));
        return goal(hidden, contribution);
    }

    private static Sheet goal(Map<String, String> hidden, Contribution contribution) {
        return new Sheet("/neu/ziele", "commenting.workIn.newGoal", hidden, contribution.text());
    }

    private Profile profile(UUID version) {
        return concepts.profile(version);
    }

    private static Map<String, String> place(UUID section) {
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("abschnitt", section.toString());
        return hidden;
    }

    private static String kind(List<PartName> names, GoalKind usual) {
        return names.stream().findFirst().map(name -> name.part().text()).orElse(usual.text());
    }
}
