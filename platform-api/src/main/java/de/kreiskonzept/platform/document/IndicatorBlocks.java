package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
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
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.situation.SeriesChart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a paper: each with a table from its baseline over its values to its target, and with its chart. One of a measure
 * that serves several goals is printed at the first of them.
 */
final class IndicatorBlocks {
    private static final int DEEPEST = 6;

    private final List<IndicatorLine> lines;
    private final Texts texts;
    private final Set<UUID> printed = new HashSet<>();

    IndicatorBlocks(List<IndicatorLine> lines, Texts texts) {
        this.lines = lines;
        this.texts = texts;
    }

    /** Those of a goal below a heading of this level. */
    List<Block> ofGoal(UUID goal, int level) {
        return blocks(
                lines.stream()
                        .filter(line -> goal.equals(line.indicator().goalId()))
                        .toList(),
                level,
                false);
    }

    /** Those of measures below a heading of this level, each with the words of its measure. */
    List<Block> ofMeasures(List<MeasureNode> measures, int level) {
        return blocks(
                measures.stream()
                        .flatMap(node -> lines.stream()
                                .filter(line -> node.measure()
                                        .id()
                                        .equals(line.indicator().measureId())))
                        .toList(),
                level,
                true);
    }

    private List<Block> blocks(List<IndicatorLine> some, int level, boolean owned) {
        var fresh =
                some.stream().filter(line -> printed.add(line.indicator().id())).toList();
        var blocks = new ArrayList<Block>();
        for (IndicatorLine line : fresh) {
            blocks.addAll(blocks(line, Math.min(level, DEEPEST), owned));
        }
        return blocks;
    }

    private List<Block> blocks(IndicatorLine line, int level, boolean owned) {
        Indicator indicator = line.indicator();
        SeriesChart chart = Charts.of(line, texts, FigureBlocks.INK);
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(
                level, "", texts.text("situation.indicator.title", chart.words().title()), Sense.of("other")));
        if (owned) {
            blocks.add(Paragraph.of(Tone.NOTE, line.owner()));
        }
        if (!indicator.definition().isEmpty()) {
            blocks.add(Paragraph.of(indicator.definition()));
        }
        if (isDrawn(line)) {
            blocks.add(new Picture(
                    chart.svg(), chart.words().title() + ". " + chart.words().description()));
        }
        var rows = rows(line);
        if (rows.isEmpty()) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("situation.values.none")));
        } else {
            blocks.add(table(indicator, rows));
        }
        if (!indicator.source().isEmpty()) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("situation.sourceOf", indicator.source())));
        }
        return blocks;
    }

    // A single value makes no curve.
    private static boolean isDrawn(IndicatorLine line) {
        return line.readings().stream()
                        .filter(reading -> reading.value() != null)
                        .count()
                > 1;
    }

    private Table table(Indicator indicator, List<List<Cell>> rows) {
        return new Table(
                texts.text("situation.values.caption", indicator.name()),
                List.of(
                        new Column(texts.text("situation.column.period"), 16),
                        new Column(texts.text("situation.column.value"), 20),
                        new Column(texts.text("situation.column.note"), 38),
                        new Column(texts.text("situation.field.source"), 26)),
                rows);
    }

    private List<List<Cell>> rows(IndicatorLine line) {
        var rows = new ArrayList<List<Cell>>();
        mark(line.indicator().baseline(), "situation.column.baseline").forEach(rows::add);
        line.readings().forEach(reading -> rows.add(FigureBlocks.row(reading, texts)));
        mark(line.indicator().target(), "situation.column.target").forEach(rows::add);
        return rows;
    }

    private List<List<Cell>> mark(Indicator.@Nullable Mark mark, String key) {
        if (mark == null) {
            return List.of();
        }
        return List.of(List.of(
                Cell.of(mark.period().print()),
                Cell.of(GermanNumber.print(mark.value())),
                Cell.of(texts.text(key)),
                Cell.of("")));
    }
}
