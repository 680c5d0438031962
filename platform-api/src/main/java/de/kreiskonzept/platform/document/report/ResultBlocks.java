package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Picture;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Run;
import de.kreiskonzept.platform.document.report.LightChart.Bar;
import de.kreiskonzept.platform.document.report.ResultRows.Row;
import de.kreiskonzept.platform.monitoring.Ampel.Place;
import de.kreiskonzept.platform.monitoring.AmpelWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A result as chart and as table with the same numbers. */
final class ResultBlocks {
    private static final int MOST_BARS = 24;

    private final Texts texts;
    private final String ink;
    private int charts;

    /** @param ink colour of lines and letters in charts */
    ResultBlocks(Texts texts, String ink) {
        this.texts = texts;
        this.ink = ink;
    }

    /** One bar for all of it, its numbers as a sentence, and its colour with the reason where a person has set it. */
    List<Block> whole(String name, Place place) {
        Tally tally = place.tally();
        var runs = new ArrayList<Run>();
        runs.add(Run.of(sentence(tally) + " "));
        runs.add(Run.strong(
                texts.text("report.colour", texts.text(place.aggregate().light().wordKey()))));
        AggregateOverride set = place.aggregate().override();
        if (set != null) {
            String computed = texts.text(place.aggregate().computed().wordKey());
            runs.add(Run.of(" " + texts.text("report.colourSet", computed, set.reason())));
        }
        return List.of(
                picture(name, List.of(new Bar("", tally)), sentence(tally)),
                new Paragraph(Tone.BODY, List.copyOf(runs)));
    }

    /**
     * A bar and a row for each part, and a row for the sum.
     *
     * @param first head of the first column
     * @param sum name of the last row
     */
    List<Block> parts(String name, String first, List<Row> rows, Row sum) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < rows.size(); i += MOST_BARS) {
            List<Row> some = rows.subList(i, Math.min(rows.size(), i + MOST_BARS));
            blocks.add(picture(
                    name,
                    some.stream().map(row -> new Bar(row.label(), row.tally())).toList(),
                    texts.text("report.chart.parts", some.size())));
        }
        var lines = new ArrayList<List<Cell>>();
        rows.forEach(row -> lines.add(line(row)));
        lines.add(line(sum));
        blocks.add(new Table(name, columns(first), lines));
        return blocks;
    }

    private Picture picture(String name, List<Bar> bars, String description) {
        charts++;
        return new Picture(
                new LightChart("chart-" + charts, bars, words(), ink).svg(),
                texts.text("report.chart.alternative", name, description));
    }

    private Map<TrafficLight, String> words() {
        var words = new EnumMap<TrafficLight, String>(TrafficLight.class);
        Stream.of(TrafficLight.values()).forEach(light -> words.put(light, texts.text(light.wordKey())));
        return words;
    }

    private List<Column> columns(String first) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(first, 30));
        Stream.of(TrafficLight.values())
                .forEach(light ->
                        columns.add(Column.number(texts.text(light.wordKey()), light == TrafficLight.GREY ? 13 : 8)));
        columns.add(Column.number(texts.text("monitoring.column.counted"), 10));
        columns.add(Column.number(texts.text("monitoring.column.notCounted"), 10));
        columns.add(new Column(texts.text("aggregate.column"), 13));
        return columns;
    }

    private List<Cell> line(Row row) {
        var cells = new ArrayList<Cell>();
        var name = new ArrayList<Paragraph>();
        name.add(new Paragraph(Tone.BODY, List.of(Run.strong(row.label()))));
        if (!row.text().isBlank()) {
            name.add(Paragraph.of(row.text()));
        }
        cells.add(new Cell(List.copyOf(name)));
        for (TrafficLight light : TrafficLight.values()) {
            cells.add(new Cell(List.of(
                    Paragraph.of(String.valueOf(row.tally().count(light))),
                    Paragraph.of(Tone.NOTE, percent(row.tally(), light)))));
        }
        cells.add(Cell.of(String.valueOf(row.tally().counted())));
        cells.add(Cell.of(String.valueOf(row.tally().notCounted())));
        cells.add(Cell.of(row.colour()));
        return cells;
    }

    private String percent(Tally tally, TrafficLight light) {
        return tally.sharesOfCounted()
                .map(shares -> texts.text("monitoring.percent", shares.percent(light)))
                .orElse(texts.text("monitoring.noPercent"));
    }

    /** All numbers in one sentence. */
    String sentence(Tally tally) {
        return AmpelWords.sentence(texts, tally);
    }
}
