package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.report.ResultRows.Row;
import de.kreiskonzept.platform.monitoring.Ampel.OfKind;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.narrative.NarrativeTexts;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import de.kreiskonzept.platform.monitoring.stand.StandRows.SectionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Stand with its texts as tables to reckon with: results on every level, measures, texts. */
final class ReportSheets {
    private final Book book;
    private final Texts texts;
    private final ResultRows rows;

    private ReportSheets(Book book, Texts texts) {
        this.book = book;
        this.texts = texts;
        rows = new ResultRows(book.profile(), book.ampel(), texts);
    }

    static List<Block> of(Book book, Texts texts) {
        var sheets = new ReportSheets(book, texts);
        return book.whole().rows().measures().isEmpty()
                ? List.of(sheets.results(), sheets.words())
                : List.of(sheets.results(), sheets.measures(), sheets.words());
    }

    private Table results() {
        var lines = new ArrayList<List<Cell>>();
        var ampel = book.ampel();
        lines.add(line("total", "", rows.row(ampel.title(), "", ampel.whole())));
        for (OfKind kind : ampel.kinds()) {
            String name = book.profile().section(kind.kind(), 0).plural();
            lines.add(line("kind", "", new Row(name, "", kind.figures().tally(), "")));
        }
        ampel.sections().stream().flatMap(OfSection::all).forEach(section -> {
            lines.add(line("section", "", rows.row(ResultRows.name(section), "", ampel.place(section))));
            rows.own(section).forEach(row -> lines.add(line("goal", ResultRows.name(section), row)));
        });
        var columns = new ArrayList<Column>();
        columns.add(new Column(texts.text("report.column.level"), 10));
        columns.add(new Column(texts.text("monitoring.column.part"), 14));
        columns.add(new Column(texts.text("report.column.name"), 28));
        lights().forEach(light -> columns.add(Column.number(texts.text(light.wordKey()), 5)));
        columns.add(Column.number(texts.text("monitoring.column.counted"), 6));
        columns.add(Column.number(texts.text("monitoring.column.notCounted"), 6));
        lights().forEach(light -> columns.add(
                Column.number(texts.text("document.ampel.column.percent", texts.text(light.wordKey())), 3)));
        columns.add(new Column(texts.text("aggregate.column"), 4));
        return new Table(texts.text("report.sheet.results"), columns, lines);
    }

    private static Stream<TrafficLight> lights() {
        return Stream.of(TrafficLight.values());
    }

    private List<Cell> line(String level, String section, Row row) {
        Tally tally = row.tally();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(texts.text("report.level." + level)));
        cells.add(Cell.of(section));
        cells.add(Cell.of(row.text().isBlank() ? row.label() : row.label() + ": " + row.text()));
        lights().forEach(light -> cells.add(number(tally.count(light))));
        cells.add(number(tally.counted()));
        cells.add(number(tally.notCounted()));
        lights().forEach(light -> cells.add(tally.sharesOfCounted()
                .map(shares -> number(shares.percent(light)))
                .orElse(Cell.of(""))));
        cells.add(Cell.of(row.colour()));
        return cells;
    }

    private static Cell number(int number) {
        return Cell.of(String.valueOf(number));
    }

    private Table measures() {
        Map<UUID, String> sections = book.whole().rows().sections().stream()
                .collect(Collectors.toMap(SectionLine::id, SectionLine::name, (one, _) -> one));
        return new Table(
                book.profile().measure().plural(),
                List.of(
                        new Column(texts.text("monitoring.column.part"), 14),
                        new Column(texts.text("document.concept.column.number"), 6),
                        new Column(book.profile().measure().singular(), 28),
                        new Column(texts.text("report.column.light"), 8),
                        new Column(texts.text("monitoring.assess.reason"), 10),
                        new Column(texts.text("document.measures.column.counted"), 6),
                        new Column(texts.text("monitoring.assess.justification"), 18),
                        new Column(texts.text("document.concept.column.responsible"), 10)),
                book.whole().rows().measures().stream()
                        .map(measure -> measure(measure, sections.getOrDefault(measure.sectionId(), "")))
                        .toList());
    }

    private List<Cell> measure(MeasureLine measure, String section) {
        ReasonClass reason = measure.reasonClass();
        return Stream.of(
                        section,
                        measure.number(),
                        measure.text(),
                        texts.text(measure.trafficLight().wordKey()),
                        reason == null ? "" : texts.text(reason.wordKey()),
                        texts.text(measure.counted() ? "document.yes" : "document.no"),
                        measure.justification(),
                        measure.responsible())
                .map(Cell::of)
                .toList();
    }

    private Table words() {
        var lines = new ArrayList<List<Cell>>();
        for (Part part : book.parts()) {
            NarrativeTexts said = part.texts();
            lines.add(Stream.of(part.name(), said.summary(), said.narrative(), said.highlights(), said.notPursued())
                    .map(Cell::of)
                    .toList());
        }
        return new Table(
                texts.text("report.sheet.texts"),
                List.of(
                        new Column(texts.text("monitoring.column.part"), 20),
                        new Column(texts.text("report.summary"), 20),
                        new Column(texts.text("report.narrative"), 20),
                        new Column(texts.text("report.highlights"), 20),
                        new Column(texts.text("report.notPursued"), 20)),
                lines);
    }
}
