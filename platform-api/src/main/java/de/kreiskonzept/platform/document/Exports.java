package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureLine;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.monitoring.AmpelFilter;
import de.kreiskonzept.platform.monitoring.Evaluation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the tables of the exports: exactly the rows that the page with the same filter shows. */
@Singleton
class Exports {
    private final Evaluation evaluation;
    private final Concepts concepts;
    private final MeasureStore measures;
    private final Nodes nodes;
    private final Texts texts;

    Exports(Evaluation evaluation, Concepts concepts, MeasureStore measures, Nodes nodes, Texts texts) {
        this.evaluation = evaluation;
        this.concepts = concepts;
        this.measures = measures;
        this.nodes = nodes;
        this.texts = texts;
    }

    /**
     * The Ampel as the filter shows it.
     *
     * @throws Refusal 404 where the county has no concept or the section does not exist
     */
    Grid ampel(AmpelFilter filter) {
        return evaluation
                .find()
                .map(all -> AmpelGrid.of(all.shown(filter), concepts.validProfile(), texts))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The measures that the filter lets through.
     *
     * @param version of the concept; empty for the current one
     * @throws Refusal 404 where there is no such version
     */
    Grid measures(Optional<UUID> version, MeasureFilter filter) {
        UUID id = version.or(() -> concepts.findValidVersion().map(ConceptVersion::id))
                .orElseThrow(Refusal::notFound);
        nodes.version(id);
        Object[] words = concepts.profile(id).words();
        List<String> head = Stream.of(
                        "section",
                        "number",
                        "text",
                        "light",
                        "reason",
                        "counted",
                        "responsible",
                        "description",
                        "timeFrame",
                        "reach",
                        "kind",
                        "priority",
                        "category",
                        "costs")
                .map(column -> texts.text("document.measures.column." + column, words))
                .toList();
        List<List<Object>> rows =
                measures.list(id, filter).stream().map(this::row).toList();
        return new Grid(texts.text("document.measures.sheet", words), head, rows);
    }

    private List<Object> row(MeasureLine line) {
        Measure measure = line.measure();
        ReasonClass reason = line.light().reason();
        MeasureDetail detail = line.said().detail();
        MeasureKind kind = detail.kind();
        Priority priority = detail.priority();
        return List.of(
                line.section(),
                measure.number(),
                measure.text(),
                line.light().status().isEmpty()
                        ? texts.text(line.light().light().wordKey())
                        : line.light().status(),
                reason == null ? "" : texts.text(reason.wordKey()),
                texts.text(line.light().counted() ? "document.yes" : "document.no"),
                measure.responsible(),
                measure.description(),
                detail.timeFrame().text(),
                texts.text(detail.reach().wordKey()),
                kind == null ? "" : texts.text(kind.wordKey()),
                priority == null ? "" : texts.text(priority.wordKey()),
                detail.category(),
                Costs.text(detail.costs(), "; "));
    }
}
