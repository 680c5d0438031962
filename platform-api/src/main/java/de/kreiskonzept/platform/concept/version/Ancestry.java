package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Says of which parts of the old version a part of a draft is made. */
@Singleton
@InWorkspace
class Ancestry {
    private final Concepts concepts;
    private final Nodes nodes;
    private final LineageStore lineage;
    private final AuditTrail audit;
    private final Clock clock;

    Ancestry(Concepts concepts, Nodes nodes, LineageStore lineage, AuditTrail audit, Clock clock) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.lineage = lineage;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a part may come from, and what it comes from now.
     *
     * @param choices words of the parts of the old version by id, in the order of their tree
     * @param predecessors ids among them
     */
    record Origins(ConceptVersion version, Map<UUID, String> choices, List<UUID> predecessors) {}

    /**
     * Finds what a part of a revision may come from.
     *
     * @throws Refusal 404 where there is no such part, 409 where its version is not based on another one
     */
    @InWorkspace(readOnly = true)
    public Origins origins(NodeKind kind, UUID id) {
        ConceptVersion version = nodes.version(nodes.versionOf(kind, id));
        UUID base = version.basedOn();
        if (base == null) {
            throw new Refusal(HttpStatus.CONFLICT, "version-without-base", "concept.refused.noBase", version.label());
        }
        return new Origins(version, choices(Nodes.found(concepts.findTree(base)), kind), lineage.predecessors(id));
    }

    /**
     * Makes a part come from exactly these parts of the old version; none makes it new.
     *
     * @throws Refusal 403 unless by the lead, 404 where there is no such part, 409 where its version is frozen or not based on another
     */
    public void change(NodeKind kind, UUID id, Set<UUID> predecessors, SignedIn who) {
        Editors.requireLead(who);
        Origins origins = origins(kind, id);
        UUID version = nodes.editable(origins.version().id()).id();
        if (!origins.choices().keySet().containsAll(predecessors)) {
            throw Nodes.missing();
        }
        lineage.remove(version, id);
        if (!predecessors.isEmpty()) {
            List<Descent> descents =
                    predecessors.stream().map(old -> new Descent(old, id)).toList();
            lineage.add(version, kind, descents, clock.instant());
        }
        audit.record(
                new Actor(who.accountId(), who.name()), kind.text() + ".lineage", id.toString(), "version " + version);
    }

    private static Map<UUID, String> choices(ConceptTree tree, NodeKind kind) {
        var choices = new LinkedHashMap<UUID, String>();
        for (SectionNode node : tree.allSectionNodes()) {
            switch (kind) {
                case SECTION -> choices.put(node.section().id(), node.section().name());
                case GOAL ->
                    node.allGoals()
                            .forEach(goal -> choices.put(goal.id(), (goal.number() + " " + goal.text()).strip()));
                case MEASURE ->
                    node.own()
                            .forEach(own -> choices.put(
                                    own.measure().id(),
                                    (own.measure().number() + " "
                                                    + own.measure().text())
                                            .strip()));
                case TEXT -> throw Nodes.missing();
            }
        }
        return choices;
    }
}
