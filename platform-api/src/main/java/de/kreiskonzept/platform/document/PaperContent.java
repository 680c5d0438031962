package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.situation.FigureFilter;
import de.kreiskonzept.platform.situation.FigureGroups;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Reads what the papers of a version say, in one transaction. */
@Singleton
@InWorkspace(readOnly = true)
class PaperContent {
    private final FigureGroups figures;
    private final Concepts concepts;

    PaperContent(FigureGroups figures, Concepts concepts) {
        this.figures = figures;
        this.concepts = concepts;
    }

    /**
     * What a version says.
     *
     * @param details what its measures say besides their words
     */
    record Whole(FigureGroups.Shown shown, Map<UUID, Detailed> details) {
        ConceptTree tree() {
            return shown.tree();
        }
    }

    /**
     * Reads a version.
     *
     * @throws Refusal 404 where there is no such version
     */
    public Whole get(UUID version) {
        return new Whole(
                figures.find(new FigureFilter(version, null)).orElseThrow(Refusal::notFound),
                concepts.listDetails(version));
    }
}
