package de.kreiskonzept.platform;

import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * A release with a second version of the catalogue: one topic more and one less, a question with another title and one less, a template
 * with another title. Nobody is offered it before a test publishes it.
 */
@Factory
public class SecondCatalogue {
    @Singleton
    @Replaces(CatalogueVersions.class)
    CatalogueVersions versions() {
        var first = CatalogueVersions.shipped().at(1);
        return new CatalogueVersions(List.of(
                first,
                new Catalogue(2, topics(first.topics()), checklist(first.checklist()), templates(first.processes()))));
    }

    private static TopicCatalogue topics(TopicCatalogue before) {
        var topics = new ArrayList<>(before.topics());
        topics.removeIf(topic -> topic.key().equals("housing"));
        topics.add(new Topic("digital", "Digitales", List.of()));
        return new TopicCatalogue(2, topics);
    }

    private static Checklist checklist(Checklist before) {
        var phases = before.phases().stream()
                .map(phase -> new Checklist.Phase(
                        phase.key(),
                        phase.title(),
                        phase.intro(),
                        phase.questions().stream()
                                .filter(question -> !question.key().equals("addressees"))
                                .map(SecondCatalogue::question)
                                .toList()))
                .toList();
        return new Checklist(before.key(), 2, before.title(), before.source(), phases);
    }

    private static Question question(Question before) {
        return before.key().equals("mandate")
                ? new Question(
                        before.key(),
                        "Wer hat mich beauftragt?",
                        before.why(),
                        before.fields(),
                        before.follows(),
                        before.hints(),
                        before.evidence(),
                        before.advice(),
                        before.proposals())
                : before;
    }

    private static List<ProcessTemplate> templates(List<ProcessTemplate> before) {
        var templates = new ArrayList<>(before);
        var first = before.getFirst();
        templates.set(
                0,
                new ProcessTemplate(
                        first.key(),
                        "Zehn Schritte, neu benannt",
                        first.source(),
                        first.began(),
                        first.usualMonths(),
                        first.steps()));
        return templates;
    }
}
