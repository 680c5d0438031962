package de.kreiskonzept.platform.document.comments;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.ContributionKind;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.participation.draft.Contributions;
import de.kreiskonzept.platform.participation.draft.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the summary of a comment round says, from top to bottom: only what everybody may read, and no addresses.
 *
 * @param said what is shown, in the order of the draft
 * @param left contributions that are not shown
 */
record CommentBlocks(Contributions.Board board, List<Said> said, long left, Texts texts) {
    /** The summary of a round, from all that a lead reads. */
    static CommentBlocks of(Contributions.Board board, Texts texts) {
        List<Said> shown = board.said().stream()
                .filter(one -> one.contribution().isShown())
                .toList();
        return new CommentBlocks(board, shown, board.said().size() - shown.size(), texts);
    }

    /** All of it. */
    List<Block> all() {
        CommentRound round = board.round();
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "1.", texts.text("comments.overview")));
        blocks.add(Paragraph.of(texts.text(
                "comments.about",
                board.text().title(),
                board.text().label(),
                round.deadline().format(GermanTime.DAY))));
        if (!round.whom().isEmpty()) {
            blocks.add(Paragraph.of(texts.text("commenting.whom", round.whom())));
        }
        blocks.add(Paragraph.of(texts.text(
                "comments.number",
                said.size(),
                said.stream().filter(one -> one.contribution().waits()).count())));
        if (left > 0) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("comments.left", left)));
        }
        if (said.isEmpty()) {
            return blocks;
        }
        blocks.add(kinds());
        blocks.add(decisions());
        blocks.add(new Heading(1, "2.", texts.text("comments.answers")));
        var places = new LinkedHashMap<String, List<Said>>();
        said.forEach(one ->
                places.computeIfAbsent(words(one), _ -> new ArrayList<>()).add(one));
        places.forEach((place, list) -> {
            blocks.add(new Heading(2, "", place));
            blocks.add(answers(place, list));
        });
        return blocks;
    }

    private String words(Said one) {
        String place = one.contribution().place().words();
        return place.isEmpty() ? texts.text("comments.whole") : place;
    }

    /** How much of each kind was said to which section. */
    private Table kinds() {
        List<ContributionKind> kinds = Arrays.asList(ContributionKind.values());
        var columns = new ArrayList<Column>();
        columns.add(new Column(texts.text("comments.section"), 40));
        kinds.forEach(kind -> columns.add(Column.number(texts.text("comments.kind." + kind.text()), 20)));
        List<List<Cell>> rows = bySection().entrySet().stream()
                .map(section -> Stream.concat(
                                Stream.of(Cell.of(section.getKey())),
                                kinds.stream().map(kind -> count(section.getValue(), kind)))
                        .toList())
                .toList();
        return new Table(texts.text("comments.kinds"), columns, rows);
    }

    private static Cell count(List<Said> list, ContributionKind kind) {
        return Cell.of(String.valueOf(
                list.stream().filter(one -> one.contribution().kind() == kind).count()));
    }

    private Map<String, List<Said>> bySection() {
        var sections = new LinkedHashMap<String, List<Said>>();
        for (Said one : said) {
            String home = board.text().home(one.contribution().place());
            String name = board.text().headings().stream()
                    .filter(heading -> heading.value().equals(home))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(texts.text("comments.whole"));
            sections.computeIfAbsent(name, _ -> new ArrayList<>()).add(one);
        }
        return sections;
    }

    private Table decisions() {
        return new Table(
                texts.text("comments.decisions"),
                List.of(
                        new Column(texts.text("comments.decision"), 60),
                        Column.number(texts.text("comments.contributions"), 40)),
                Arrays.stream(Decision.values())
                        .map(decision -> List.of(
                                Cell.of(texts.text(decision.wordKey())),
                                Cell.of(String.valueOf(said.stream()
                                        .filter(one -> one.contribution().decision() == decision)
                                        .count()))))
                        .toList());
    }

    private Table answers(String place, List<Said> list) {
        return new Table(
                place,
                List.of(
                        new Column(texts.text("comments.contribution"), 55),
                        new Column(texts.text("comments.answer"), 45)),
                list.stream().map(this::row).toList());
    }

    private List<Cell> row(Said one) {
        Contribution contribution = one.contribution();
        String kind = texts.text(contribution.kind().wordKey());
        var answer = new ArrayList<Paragraph>();
        answer.add(Paragraph.of(Tone.LEAD, texts.text(contribution.decision().wordKey())));
        if (!contribution.answer().isEmpty()) {
            answer.add(Paragraph.of(contribution.answer()));
        }
        return List.of(
                new Cell(List.of(
                        Paragraph.of(contribution.text()),
                        Paragraph.of(
                                Tone.NOTE, one.by().isEmpty() ? kind : texts.text("comments.by", kind, one.by())))),
                new Cell(answer));
    }
}
