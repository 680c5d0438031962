package de.kreiskonzept.platform.concept.topic;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.catalogue.TakenCatalogue;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.catalogue.TopicStore;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lead says which topics of the shared catalogue the sections of the county mean; that is no content and stays open after adoption. */
@Singleton
@InWorkspace
public class Topics {
    private final Concepts concepts;
    private final TopicStore store;
    private final TakenCatalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    Topics(Concepts concepts, TopicStore store, TakenCatalogue catalogue, AuditTrail audit, Clock clock) {
        this.concepts = concepts;
        this.store = store;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The names of a version.
     *
     * @param catalogue topics that names can mean
     * @param lines each name once, in the order of the tree
     * @param version of everything the county has said about names
     */
    public record Shown(ConceptTree tree, TopicCatalogue catalogue, List<TopicLine> lines, long version) {}

    /** The topics that names of the county can mean, whatever the version. */
    @InWorkspace(readOnly = true)
    public TopicCatalogue catalogue() {
        return catalogue.topics(store.list().meant());
    }

    /** The names of a version with what they mean; 404 where there is no such version. */
    @InWorkspace(readOnly = true)
    public Shown get(UUID versionId) {
        ConceptTree tree = Nodes.found(concepts.findTree(versionId));
        TopicStore.Stored stored = store.list();
        TopicCatalogue topics = catalogue.topics(stored.meant());
        var first = new LinkedHashMap<String, Section>();
        for (Section section : tree.allSections()) {
            String words = Spelling.words(section.name());
            if (!words.isEmpty()) {
                first.putIfAbsent(words, section);
            }
        }
        var lines = new ArrayList<TopicLine>();
        for (Section section : first.values()) {
            lines.add(new TopicLine(section, lines.size(), stored.of(section.name()), topics.propose(section.name())));
        }
        return new Shown(tree, topics, lines, stored.version());
    }

    /**
     * Says what names mean; those that are not told of stay as they are.
     *
     * @param choices by the names as they stand in the version
     * @throws Refusal 404 where there is no such version or it has no such name, 412 where something was said in between
     */
    public void change(UUID versionId, long version, Map<String, TopicChoice> choices, SignedIn who) {
        Editors.requireLead(who);
        Shown shown = get(versionId);
        if (shown.version() != version) {
            throw Nodes.stale();
        }
        var actor = new Actor(who.accountId(), who.name());
        var known = new LinkedHashMap<String, TopicLine>();
        shown.lines().forEach(line -> known.put(line.section().name(), line));
        choices.forEach((name, choice) -> {
            TopicLine line = known.get(name);
            if (line == null) {
                throw Nodes.missing();
            }
            if (!line.choice().equals(choice)) {
                store.put(name, choice, actor, clock.instant());
            }
        });
        audit.record(actor, "topics.changed", versionId.toString(), "");
    }
}
