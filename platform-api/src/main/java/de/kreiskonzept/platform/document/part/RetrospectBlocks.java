package de.kreiskonzept.platform.document.part;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.lineage.Retrospect;
import de.kreiskonzept.platform.concept.version.Retrospection.Line;
import de.kreiskonzept.platform.concept.version.Retrospection.Shown;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Sense;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a version says of the goals of the version before, as a chapter of its own; nothing where it says nothing. */
public final class RetrospectBlocks {
    private static final DateTimeFormatter DAY = GermanTime.day(ZoneId.of("Europe/Berlin"));

    private final Shown shown;
    private final Texts texts;

    private RetrospectBlocks(Shown shown, Texts texts) {
        this.shown = shown;
        this.texts = texts;
    }

    /** The chapter; empty where nothing is said of any goal. */
    public static List<Block> of(Shown shown, Texts texts) {
        return shown.says() ? new RetrospectBlocks(shown, texts).chapter() : List.of();
    }

    private List<Block> chapter() {
        String label = shown.before().label();
        var blocks = new ArrayList<Block>();
        blocks.add(new PageBreak());
        blocks.add(new Heading(1, "", texts.text("retrospect.paper.title", label), Sense.of("other")));
        blocks.add(Paragraph.of(texts.text("retrospect.paper.lead", label) + " " + counts()));
        for (List<Line> group : shown.groups(shown.lines())) {
            var section = group.getFirst().section();
            blocks.add(new Heading(2, section.number(), section.name(), Sense.of("other")));
            blocks.add(table(section.name(), group));
        }
        return blocks;
    }

    private String counts() {
        return Arrays.stream(Attainment.values())
                .filter(attainment -> shown.count(attainment) > 0)
                .map(attainment -> texts.text("retrospect.paper.count", word(attainment), shown.count(attainment)))
                .collect(Collectors.joining(", ", "", "."));
    }

    private Table table(String name, List<Line> lines) {
        return new Table(
                texts.text("retrospect.paper.title", shown.before().label()) + ": " + name,
                List.of(
                        new Column(texts.text("retrospect.goal"), 32),
                        new Column(texts.text("retrospect.successors"), 24),
                        new Column(texts.text("concept.field.attainment"), 16),
                        new Column(texts.text("concept.field.explanation"), 28)),
                lines.stream().map(this::row).toList());
    }

    private List<Cell> row(Line line) {
        return List.of(
                new Cell(List.of(
                        Paragraph.of(Tone.NOTE, line.label()),
                        Paragraph.of(line.goal().text()))),
                successors(line),
                said(line.retrospect()),
                Cell.of(line.retrospect().explanation()));
    }

    private Cell said(Retrospect retrospect) {
        Paragraph word = Paragraph.of(word(retrospect.attainment()));
        Instant at = retrospect.modifiedAt();
        if (at == null) {
            return new Cell(List.of(word));
        }
        String name = retrospect.accountName();
        String who = name == null ? texts.text("history.formerPerson") : name;
        return new Cell(List.of(word, Paragraph.of(Tone.NOTE, texts.text("retrospect.paper.by", DAY.format(at), who))));
    }

    private Cell successors(Line line) {
        if (line.successors().isEmpty()) {
            return Cell.of(texts.text("retrospect.dropped"));
        }
        var words = new ArrayList<Paragraph>();
        for (Goal next : line.successors()) {
            words.add(Paragraph.of(Tone.NOTE, shown.profile().label(next)));
            words.add(
                    Paragraph.of(next.text().equals(line.goal().text()) ? texts.text("retrospect.same") : next.text()));
        }
        return new Cell(List.copyOf(words));
    }

    private String word(Attainment attainment) {
        return texts.text("concept.attainment." + attainment.text());
    }
}
