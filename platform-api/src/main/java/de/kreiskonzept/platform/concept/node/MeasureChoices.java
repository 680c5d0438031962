package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.measure.Detailing;
import de.kreiskonzept.platform.directory.OrganisationStore;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what the form of a measure offers to choose from. */
@Singleton
public class MeasureChoices {
    private final OrganisationStore organisations;
    private final Detailing detailing;
    private final Texts texts;

    MeasureChoices(OrganisationStore organisations, Detailing detailing, Texts texts) {
        this.organisations = organisations;
        this.detailing = detailing;
        this.texts = texts;
    }

    /** The answers to the questions of the form. */
    public record Offered(
            List<String> organisations,
            List<Choice> roles,
            List<Choice> reaches,
            List<Choice> kinds,
            List<Choice> priorities,
            List<Choice> wholes,
            List<Choice> furtherGoals) {
        /** Nothing, for a node that is no measure. */
        static final Offered NONE =
                new Offered(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What is offered for a measure of a section.
     *
     * @param measure null for a new one
     */
    Offered of(ConceptTree tree, UUID section, @Nullable UUID measure) {
        SectionNode here = Nodes.found(tree.findSection(section));
        List<Measure> siblings = here.own().stream().map(MeasureNode::measure).toList();
        List<Measure> wholes =
                measure == null ? detailing.wholes(siblings, section) : detailing.wholes(siblings, measure);
        return new Offered(
                organisations.list().stream().map(one -> one.name()).toList(),
                choices(BodyRole.values(), BodyRole::text, BodyRole::wordKey),
                choices(MeasureReach.values(), MeasureReach::text, MeasureReach::wordKey),
                choices(MeasureKind.values(), MeasureKind::text, MeasureKind::wordKey),
                choices(Priority.values(), Priority::text, Priority::wordKey),
                wholes.stream()
                        .map(one -> Choice.of(one.id().toString(), (one.number() + " " + one.text()).strip()))
                        .toList(),
                tree.allSectionNodes().stream()
                        .filter(other -> !other.section().id().equals(section))
                        .flatMap(other -> other.allGoals().stream()
                                .map(goal -> goal(tree, goal)
                                        .withHint(other.section().name())))
                        .toList());
    }

    private <T> List<Choice> choices(T[] values, Function<T, String> text, Function<T, String> key) {
        return Arrays.stream(values)
                .map(value -> Choice.of(text.apply(value), texts.text(key.apply(value))))
                .toList();
    }

    /** A goal to choose. */
    static Choice goal(ConceptTree tree, Goal goal) {
        return Choice.of(goal.id().toString(), tree.profile().label(goal) + ": " + goal.text());
    }
}
