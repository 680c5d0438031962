package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.editor.Editors;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Stands before every change of a node: refuses who may not, refuses what is frozen, and records what was done. */
@Singleton
final class Guard {
    private final Nodes nodes;
    private final Editors editors;
    private final AuditTrail audit;

    Guard(Nodes nodes, Editors editors, AuditTrail audit) {
        this.nodes = nodes;
        this.editors = editors;
        this.audit = audit;
    }

    /** New nodes: goals and measures by who may change their section, all others by the lead. */
    void create(SignedIn who, NodeKind kind, Editing.Ground ground) {
        if (ground.section() != null && isContent(kind)) {
            editors.requireSection(who, ground.section().id());
        } else {
            Editors.requireLead(who);
        }
        nodes.editable(ground.version());
    }

    /** Other words for a node; a measure may be assigned alone. */
    void change(SignedIn who, NodeKind kind, UUID id) {
        UUID version = nodes.versionOf(kind, id);
        if (kind == NodeKind.MEASURE) {
            editors.requireMeasure(who, id);
        } else {
            requirePlace(who, kind, id);
        }
        nodes.editable(version);
    }

    /** Another place for a node, or none. */
    void rearrange(SignedIn who, NodeKind kind, UUID id) {
        UUID version = nodes.versionOf(kind, id);
        requirePlace(who, kind, id);
        nodes.editable(version);
    }

    /** Adds to the trail what was done to a node; the words of the county stay out of it. */
    void record(SignedIn who, NodeKind kind, String done, UUID id) {
        audit.record(
                new Actor(who.accountId(), who.name()),
                kind.text() + "." + done,
                id.toString(),
                "version " + nodes.versionOf(kind, id));
    }

    private void requirePlace(SignedIn who, NodeKind kind, UUID id) {
        if (isContent(kind)) {
            editors.requireSection(who, nodes.sectionOf(kind, id));
        } else {
            Editors.requireLead(who);
        }
    }

    private static boolean isContent(NodeKind kind) {
        return kind == NodeKind.GOAL || kind == NodeKind.MEASURE;
    }
}
