package de.kreiskonzept.model.catalogue;

import de.kreiskonzept.model.catalogue.CatalogueChange.Kind;
import de.kreiskonzept.model.catalogue.CatalogueChange.Part;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of what counties begin with.
 *
 * @param version from 1
 * @param topics fields and themes that counties have in common
 * @param checklist questions of the guided start
 * @param processes templates, at least one
 */
public record Catalogue(int version, TopicCatalogue topics, Checklist checklist, List<ProcessTemplate> processes) {
    /** @throws IllegalArgumentException where the version is none, or there is no template */
    public Catalogue {
        processes = List.copyOf(processes);
        if (version < 1 || processes.isEmpty()) {
            throw new IllegalArgumentException("a catalogue has a version from 1 on, and templates");
        }
    }

    /** Its place in the catalogue; two things of two versions are the same where their places are. */
    private record Place(Part part, String key) {}

    /**
     * A thing of the catalogue.
     *
     * @param name of it by itself
     * @param shown name by which a person finds it
     * @param content all that is to be told from it besides the name
     */
    private record Thing(String name, String shown, Object content) {
        static Thing of(String name, Object content) {
            return new Thing(name, name, content);
        }
    }

    /** What differs in a newer version: first what it has, in its order, then what it has no longer. */
    public List<CatalogueChange> changesTo(Catalogue newer) {
        var before = things();
        var after = newer.things();
        var changes = new ArrayList<CatalogueChange>();
        after.forEach((place, thing) -> {
            var old = before.get(place);
            if (old == null) {
                changes.add(new CatalogueChange(place.part(), Kind.ADDED, thing.shown(), ""));
            } else if (!old.name().equals(thing.name())) {
                changes.add(new CatalogueChange(place.part(), Kind.RENAMED, thing.shown(), old.name()));
            } else if (!old.content().equals(thing.content())) {
                changes.add(new CatalogueChange(place.part(), Kind.CHANGED, thing.shown(), ""));
            }
        });
        before.forEach((place, thing) -> {
            if (!after.containsKey(place)) {
                changes.add(new CatalogueChange(place.part(), Kind.REMOVED, thing.shown(), ""));
            }
        });
        return List.copyOf(changes);
    }

    private Map<Place, Thing> things() {
        var things = new LinkedHashMap<Place, Thing>();
        topics.topics()
                .forEach(topic ->
                        things.put(new Place(Part.TOPIC, topic.key()), Thing.of(topic.name(), topic.spellings())));
        checklist.questions().forEach(question -> {
            things.put(new Place(Part.QUESTION, question.key()), Thing.of(question.title(), words(question)));
            question.fields()
                    .forEach(field -> things.put(
                            new Place(Part.FIELD, question.key() + "." + field.key()), thing(question, field)));
        });
        processes.forEach(template ->
                things.put(new Place(Part.TEMPLATE, template.key()), Thing.of(template.title(), template.steps())));
        return things;
    }

    /** What fields do not tell: reasons, hints, what follows. */
    private static List<Object> words(Question question) {
        return List.of(question.why(), question.follows(), question.hints(), question.evidence(), question.advice());
    }

    private static Thing thing(Question question, Field field) {
        return new Thing(field.label(), question.title() + " – " + field.label(), field);
    }
}
