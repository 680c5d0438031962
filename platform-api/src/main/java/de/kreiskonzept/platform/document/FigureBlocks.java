package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Picture;
import de.kreiskonzept.platform.document.paper.Block.Sense;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.situation.Charts;
import de.kreiskonzept.platform.situation.SeriesChart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A figure on paper: its chart, then the table with the same numbers. */
final class FigureBlocks {
    /** Colour of charts on paper. */
    static final String INK = "#16191f";

    private FigureBlocks() {}

    static List<Block> of(Figure figure, int level, Texts texts) {
        SeriesChart chart = Charts.of(figure, texts, INK);
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(level, "", chart.words().title(), Sense.of("other")));
        if (figure.readings().isEmpty()) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("situation.values.none")));
        } else {
            blocks.add(new Picture(
                    chart.svg(), chart.words().title() + ". " + chart.words().description()));
            blocks.add(table(figure, texts));
        }
        if (!figure.source().isEmpty()) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("situation.sourceOf", figure.source())));
        }
        return blocks;
    }

    private static Table table(Figure figure, Texts texts) {
        return new Table(
                texts.text("situation.values.caption", figure.name()),
                List.of(
                        new Column(texts.text("situation.column.period"), 16),
                        new Column(texts.text("situation.column.value"), 20),
                        new Column(texts.text("situation.column.note"), 38),
                        new Column(texts.text("situation.field.source"), 26)),
                figure.readings().stream().map(reading -> row(reading, texts)).toList());
    }

    /** Period, value, note and source of a value. */
    static List<Cell> row(Reading reading, Texts texts) {
        String note = Stream.of(
                        reading.missing(), reading.isBreak() ? texts.text("situation.break", reading.breakNote()) : "")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return Stream.of(
                        reading.period().print(),
                        reading.value() == null ? texts.text("situation.missing") : reading.number(),
                        note,
                        reading.source())
                .map(Cell::of)
                .toList();
    }
}
