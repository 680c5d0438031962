package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.version.Retrospection;
import de.kreiskonzept.platform.situation.FigureFilter;
import de.kreiskonzept.platform.situation.FigureGroups;
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.situation.Indicators;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what the papers of a version say, in one transaction. */
@Singleton
@InWorkspace(readOnly = true)
class PaperContent {
    private final FigureGroups figures;
    private final Indicators indicators;
    private final Concepts concepts;
    private final Retrospection retrospection;
    private final Chaptering chaptering;

    PaperContent(
            FigureGroups figures,
            Indicators indicators,
            Concepts concepts,
            Retrospection retrospection,
            Chaptering chaptering) {
        this.figures = figures;
        this.indicators = indicators;
        this.concepts = concepts;
        this.retrospection = retrospection;
        this.chaptering = chaptering;
    }

    /**
     * What a version says.
     *
     * @param chapters as a book
     * @param details what its measures say besides their words
     * @param retrospect what it says of the goals of the version it is based on; empty where it is based on none
     */
    record Whole(
            FigureGroups.Shown shown,
            Chapters chapters,
            List<IndicatorLine> indicators,
            Map<UUID, Detailed> details,
            Optional<Retrospection.Shown> retrospect) {
        ConceptTree tree() {
            return shown.tree();
        }

        ConceptPaper.Numbers numbers() {
            return new ConceptPaper.Numbers(shown.figures(), indicators);
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
                chaptering.get(version),
                indicators.list(version),
                concepts.listDetails(version),
                retrospection.find(version));
    }
}
