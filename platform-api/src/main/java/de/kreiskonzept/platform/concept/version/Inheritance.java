package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down which part of a version lives on in which part of its revision, and tells so whoever has content of their own. */
@Singleton
@InWorkspace
class Inheritance {
    private final LineageStore lineage;
    private final ChapterStore chapters;
    private final ApplicationEventPublisher<Revised> listeners;

    Inheritance(LineageStore lineage, ChapterStore chapters, ApplicationEventPublisher<Revised> listeners) {
        this.lineage = lineage;
        this.chapters = chapters;
        this.listeners = listeners;
    }

    /** Gives the draft the chapters of its base; ids by those they came from. */
    public Map<UUID, UUID> chapters(UUID base, UUID draft, Instant now) {
        return chapters.copy(base, draft, now);
    }

    /** Keeps what the copy knows of both versions; listeners work in the same transaction. */
    public void record(UUID base, UUID draft, Copy copy, Instant now) {
        for (NodeKind kind : List.of(NodeKind.SECTION, NodeKind.GOAL, NodeKind.MEASURE)) {
            List<Descent> descents = copy.descents(kind);
            if (!descents.isEmpty()) {
                lineage.add(draft, kind, descents, now);
            }
        }
        listeners.publishEvent(new Revised(base, draft, copy.parts()));
    }
}
