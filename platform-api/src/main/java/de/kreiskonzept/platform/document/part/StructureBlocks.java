package de.kreiskonzept.platform.document.part;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeBook.Node;
import de.kreiskonzept.platform.committee.CommitteeWords;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Sense;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The committees of a day as a table for paper, each below the one it reports to; seats, never the people on them. */
public final class StructureBlocks {
    private final CommitteeWords words;
    private final Texts texts;
    private final boolean past;
    private final List<List<Cell>> rows = new ArrayList<>();

    private StructureBlocks(CommitteeWords words, boolean past, Texts texts) {
        this.words = words;
        this.past = past;
        this.texts = texts;
    }

    /**
     * The table under a heading; nothing where there is no committee.
     *
     * @param past whether the day is over, so that what was founded later is not yet planned
     */
    public static List<Block> of(CommitteeBook book, LocalDate day, boolean past, Texts texts) {
        var blocks = new StructureBlocks(new CommitteeWords(texts, book, day), past, texts);
        book.tree(day).forEach(blocks::add);
        return blocks.rows.isEmpty() ? List.of() : blocks.print();
    }

    private List<Block> print() {
        String title = texts.text("document.structure.title", words.date(words.day()));
        var columns = List.of(
                new Column(texts.text("document.structure.committee"), 27),
                new Column(texts.text("document.structure.tasks"), 39),
                new Column(texts.text("document.structure.seats"), 34));
        return List.of(new Heading(2, "", title, Sense.of("other")), new Table(title, columns, rows));
    }

    private void add(Node node) {
        Committee committee = node.composition().committee();
        if (!past || committee.founded() == null || !committee.founded().isAfter(words.day())) {
            rows.add(List.of(name(committee), tasks(committee), seats(node.composition())));
        }
        node.below().forEach(this::add);
    }

    private Cell name(Committee committee) {
        var lines = new ArrayList<Paragraph>();
        String name = committee.nameOn(words.day());
        String kind = words.kind(committee);
        lines.add(Paragraph.of(name));
        if (!name.equals(kind)) {
            lines.add(Paragraph.of(Tone.NOTE, kind));
        }
        if (committee.stateOn(words.day()) == CommitteeState.PLANNED) {
            lines.add(Paragraph.of(Tone.NOTE, texts.text(CommitteeState.PLANNED.wordKey())));
        }
        String above = words.name(committee.reportsTo());
        if (!above.isEmpty()) {
            lines.add(Paragraph.of(Tone.NOTE, texts.text("document.structure.reportsTo", above)));
        }
        return new Cell(lines);
    }

    private static Cell tasks(Committee committee) {
        return new Cell(committee.listTasks().stream().map(Paragraph::of).toList());
    }

    private Cell seats(Composition composition) {
        var lines = new ArrayList<Paragraph>();
        if (!composition.groups().isEmpty()) {
            lines.add(Paragraph.of(texts.text("document.structure.seatsOf", words.span(composition.should()))));
            composition.groups().stream()
                    .filter(group -> group.should().most() > 0)
                    .map(group -> texts.text(
                            "document.structure.seat",
                            words.seat(group.rule(), group.instance()),
                            words.span(group.should())))
                    .forEach(line -> lines.add(Paragraph.of(Tone.NOTE, line)));
        }
        String rhythm = composition.committee().rhythm().words();
        if (!rhythm.isEmpty()) {
            lines.add(Paragraph.of(Tone.NOTE, texts.text("document.structure.rhythm", rhythm)));
        }
        return new Cell(lines);
    }
}
