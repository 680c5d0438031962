package de.kreiskonzept.platform.concept.book;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterTemplates;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The lead says which chapters a version has and in which order, until it is adopted. */
@Singleton
@InWorkspace
public class Chaptering {
    private final Nodes nodes;
    private final Concepts concepts;
    private final ChapterStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Chaptering(Nodes nodes, Concepts concepts, ChapterStore store, AuditTrail audit, Clock clock) {
        this.nodes = nodes;
        this.concepts = concepts;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The chapters of a version, none where nobody has chosen any; 404 where there is no such version. */
    @InWorkspace(readOnly = true)
    public Chapters get(UUID versionId) {
        return store.find(nodes.version(versionId).id());
    }

    /** A version with all that stands in its chapters; 404 where there is none. */
    @InWorkspace(readOnly = true)
    public ChapterView.Whole whole(UUID versionId) {
        ConceptTree tree = Nodes.found(concepts.findTree(versionId));
        return ChapterView.of(tree, store.find(versionId), store.holdsFigures(versionId));
    }

    /** Chapters of a version that the county wants in its documents and in which nothing stands. */
    @InWorkspace(readOnly = true)
    public List<Chapter> listEmpty(ConceptTree tree) {
        UUID version = tree.version().id();
        return ChapterView.of(tree, store.find(version), store.holdsFigures(version)).views().stream()
                .filter(ChapterView::isEmpty)
                .map(ChapterView::chapter)
                .filter(chapter -> !chapter.leftOut())
                .toList();
    }

    /** A chapter of a version that may be changed; 404 where there is none, 409 where the version is adopted. */
    @InWorkspace(readOnly = true)
    public Chapter requireChange(UUID versionId, UUID chapter, SignedIn who) {
        Editors.requireLead(who);
        Chapter found = Nodes.found(get(versionId).find(chapter));
        nodes.editable(versionId);
        return found;
    }

    /** Takes all chapters of the template of the version's profile that are not there, and the texts that they mean by their names. */
    public void complete(UUID versionId, SignedIn who) {
        var template =
                ChapterTemplates.of(concepts.profile(nodes.version(versionId).id()));
        change(versionId, get(versionId).version(), before -> before.completed(template, () -> Ids.create(clock)), who);
        store.gather(versionId);
    }

    /** Gives a new version the chapters of its template where some of its texts mean one by their names. */
    public void begin(UUID versionId) {
        nodes.editable(versionId);
        boolean some = concepts.listTexts(versionId).stream()
                .filter(text -> text.sectionId() == null && text.goalId() == null)
                .anyMatch(text -> ChapterTemplates.meant(text.name()).isPresent());
        Chapters before = store.find(versionId);
        if (some && before.list().isEmpty()) {
            var template = ChapterTemplates.of(concepts.profile(versionId));
            store.put(versionId, before.completed(template, () -> Ids.create(clock)), clock.instant());
            store.gather(versionId);
        }
    }

    /** One place up or down; nothing happens at the end of the row. */
    public void move(UUID versionId, UUID chapter, boolean up, SignedIn who) {
        requireChange(versionId, chapter, who);
        change(versionId, get(versionId).version(), before -> before.moved(chapter, up), who);
    }

    /**
     * Replaces the chapters.
     *
     * @param version of the chapters that were shown
     * @param change gives the new ones for those before; what it refuses with an IllegalArgumentException is answered with 422
     * @throws Refusal 404 where there is no such version, 409 where it is adopted, 412 where they were changed in between
     */
    public Chapters change(UUID versionId, long version, UnaryOperator<Chapters> change, SignedIn who) {
        Editors.requireLead(who);
        nodes.editable(versionId);
        Chapters before = store.find(versionId);
        if (before.version() != version) {
            throw Nodes.stale();
        }
        Chapters after = changed(before, change);
        if (after.equals(before)) {
            return before;
        }
        if (!store.put(versionId, after, clock.instant())) {
            throw Nodes.stale();
        }
        audit.record(new Actor(who.accountId(), who.name()), "chapters.changed", versionId.toString(), "");
        return store.find(versionId);
    }

    private static Chapters changed(Chapters before, UnaryOperator<Chapters> change) {
        try {
            return change.apply(before);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "chapter.refused");
        }
    }
}
