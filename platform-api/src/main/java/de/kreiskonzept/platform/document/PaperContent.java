package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.version.Retrospection;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.part.ChapterData;
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
    private final ChapterData data;

    PaperContent(
            FigureGroups figures,
            Indicators indicators,
            Concepts concepts,
            Retrospection retrospection,
            Chaptering chaptering,
            ChapterData data) {
        this.figures = figures;
        this.indicators = indicators;
        this.concepts = concepts;
        this.retrospection = retrospection;
        this.chaptering = chaptering;
        this.data = data;
    }

    /**
     * What a version says.
     *
     * @param chapters as a book
     * @param details what its measures say besides their words
     * @param retrospect what it says of the goals of the version it is based on; empty where it is based on none
     * @param data what stands below the texts of its chapters, as of its adoption, or as of today
     */
    record Whole(
            FigureGroups.Shown shown,
            Chapters chapters,
            List<IndicatorLine> indicators,
            Map<UUID, Detailed> details,
            Optional<Retrospection.Shown> retrospect,
            Map<ChapterKind, List<Block>> data) {
        ConceptTree tree() {
            return shown.tree();
        }

        ConceptPaper.Data paperData() {
            return new ConceptPaper.Data(shown.figures(), indicators, data);
        }
    }

    /**
     * Reads a version.
     *
     * @throws Refusal 404 where there is no such version
     */
    public Whole get(UUID version) {
        FigureGroups.Shown shown = figures.find(new FigureFilter(version, null)).orElseThrow(Refusal::notFound);
        Chapters chapters = chaptering.get(version);
        return new Whole(
                shown,
                chapters,
                indicators.list(version),
                concepts.listDetails(version),
                retrospection.find(version),
                data.list(chapters, concepts.findAdoption(version)));
    }
}
