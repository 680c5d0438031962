package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Run;
import de.kreiskonzept.platform.document.report.ResultRows.Named;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every measure of a section with its light and the words about it, below the goals it serves. */
final class MeasureBlocks {
    private final Book book;
    private final ResultRows rows;
    private final Texts texts;

    MeasureBlocks(Book book, ResultRows rows, Texts texts) {
        this.book = book;
        this.rows = rows;
        this.texts = texts;
    }

    /** @param level of the heading */
    List<Block> of(OfSection section, int level) {
        List<Named> goals = rows.named(section.goals()).toList();
        Set<UUID> shown = goals.stream().map(named -> named.goal().id()).collect(Collectors.toSet());
        var blocks = new ArrayList<Block>();
        for (Named goal : goals) {
            List<MeasureLine> mine = book.whole().rows().measures().stream()
                    .filter(measure -> measure.goalIds().contains(goal.goal().id()))
                    .toList();
            add(blocks, goal.label(), goal.goal().text(), mine);
        }
        List<MeasureLine> loose = book.whole().rows().measures().stream()
                .filter(measure -> measure.sectionId().equals(section.id())
                        && measure.goalIds().stream().noneMatch(shown::contains))
                .toList();
        String without = texts.text(
                "monitoring.goal.without",
                book.profile().measure().plural(),
                book.profile().anyGoal().singular());
        add(blocks, without, "", loose);
        if (!blocks.isEmpty()) {
            String name = texts.text("report.measures", book.profile().measure().plural(), ResultRows.name(section));
            blocks.addFirst(new Heading(level, "", name));
        }
        return blocks;
    }

    private void add(List<Block> blocks, String label, String text, List<MeasureLine> measures) {
        if (measures.isEmpty()) {
            return;
        }
        blocks.add(new Paragraph(Tone.LEAD, List.of(Run.strong((label + " " + text).strip()))));
        blocks.add(new Table(
                label,
                List.of(
                        new Column(texts.text("document.concept.column.number"), 9),
                        new Column(book.profile().measure().singular(), 46),
                        new Column(texts.text("document.concept.column.responsible"), 26),
                        new Column(texts.text("report.column.light"), 19)),
                measures.stream().map(this::line).toList()));
    }

    private List<Cell> line(MeasureLine measure) {
        var words = new ArrayList<Paragraph>();
        words.add(Paragraph.of(measure.text()));
        if (!measure.justification().isBlank()) {
            words.add(Paragraph.of(Tone.NOTE, measure.justification()));
        }
        return List.of(
                Cell.of(measure.number()),
                new Cell(List.copyOf(words)),
                Cell.of(measure.responsible()),
                new Cell(light(measure)));
    }

    private List<Paragraph> light(MeasureLine measure) {
        var words = new ArrayList<Paragraph>();
        words.add(new Paragraph(
                Tone.BODY, List.of(Run.strong(texts.text(measure.trafficLight().wordKey())))));
        ReasonClass reason = measure.reasonClass();
        if (reason != null) {
            words.add(Paragraph.of(Tone.NOTE, texts.text(reason.wordKey())));
        }
        if (!measure.counted()) {
            words.add(Paragraph.of(Tone.NOTE, texts.text("monitoring.assess.doesNotCount")));
        }
        return List.copyOf(words);
    }
}
