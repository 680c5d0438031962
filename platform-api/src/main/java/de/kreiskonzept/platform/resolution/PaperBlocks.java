package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.decided.BallotWords;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.report.ReportView;
import de.kreiskonzept.platform.resolution.text.TextTables;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A paper on paper: committees, proposal, facts, financial effects, attachments. */
public final class PaperBlocks {
    private static final int BELOW = 2;

    private final Whole whole;
    private final Texts texts;

    public PaperBlocks(Whole whole, Texts texts) {
        this.whole = whole;
        this.texts = texts;
    }

    /** All of it, with headings from the first level on. */
    public List<Block> all() {
        var blocks = new ArrayList<Block>();
        if (!whole.turns().isEmpty()) {
            blocks.add(heading("resolution.chain.title"));
            blocks.add(chain());
        }
        if (!whole.points().isEmpty()) {
            blocks.add(heading(proposalKey()));
            blocks.addAll(points());
        }
        List<PaperPart> facts = parts(false);
        if (!facts.isEmpty()) {
            blocks.add(heading("resolution.facts"));
            for (int i = 0; i < facts.size(); i++) {
                blocks.add(new Heading(BELOW, i + 1 + ".", facts.get(i).heading()));
                blocks.addAll(text(facts.get(i)));
            }
        }
        parts(true).forEach(part -> {
            blocks.add(new Heading(1, "", part.heading()));
            blocks.addAll(text(part));
        });
        if (!whole.attachments().isEmpty()) {
            blocks.add(heading("resolution.attachments"));
            blocks.addAll(attachments());
        }
        return List.copyOf(blocks);
    }

    /** Key of what the proposal is called: only a paper for a decision proposes one. */
    public String proposalKey() {
        return whole.paper().kind() == PaperKind.DECISION ? "resolution.proposal" : "resolution.proposalToNote";
    }

    /** Sections among the facts, or with the financial effects. */
    public List<PaperPart> parts(boolean finance) {
        return whole.parts().stream()
                .filter(part -> (part.kind() == PartKind.FINANCE) == finance)
                .toList();
    }

    /** What the paper proposes. */
    public List<Block> points() {
        if (whole.points().size() == 1 && !whole.points().getFirst().withdrawn()) {
            return List.of(Paragraph.of(whole.points().getFirst().text()));
        }
        return List.of(new Bullets(1, whole.points().stream().map(this::point).toList()));
    }

    private List<Block> point(ResolutionPoint point) {
        return point.withdrawn()
                ? List.of(Paragraph.of(Tone.NOTE, texts.text("resolution.withdrawn", point.text())))
                : List.of(Paragraph.of(point.text()));
    }

    /** The text of a section; without one the first section tells what other committees said. */
    public List<Block> text(PaperPart part) {
        if (part.text().isBlank()) {
            return List.of(Paragraph.of(
                    part.kind() == PartKind.PRELIMINARY ? preliminary() : texts.text("resolution.nothing")));
        }
        return TextTables.blocks(part.text(), BELOW, part.heading());
    }

    /** A section on a page; its tables have names of their own. */
    public ReportView view(PaperPart part) {
        List<Block> blocks = text(part);
        var names = new IdentityHashMap<Block, String>();
        int place = whole.parts().indexOf(part) * PaperPart.MOST;
        blocks.stream()
                .filter(Table.class::isInstance)
                .forEach(table -> names.put(table, "teil-" + (place + names.size() + 1)));
        return new ReportView(blocks, names);
    }

    private String preliminary() {
        String said = whole.turns().stream()
                .filter(turn -> turn.consultation().role() == Consultation.Role.PRELIMINARY)
                .map(this::preliminary)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? texts.text("resolution.preliminary.none") : said;
    }

    private String preliminary(Turn turn) {
        Consultation one = turn.consultation();
        String day = NameLines.print(one.day());
        if (one.result() == Result.NONE) {
            return day.isEmpty()
                    ? texts.text("resolution.preliminary.planned", turn.committee())
                    : texts.text("resolution.preliminary.plannedOn", turn.committee(), day);
        }
        String result = texts.text(one.result().wordKey());
        return day.isEmpty()
                ? texts.text("resolution.preliminary.said", turn.committee(), result)
                : texts.text("resolution.preliminary.saidOn", turn.committee(), day, result);
    }

    /** The votes of a decision in words. */
    public BallotWords votes(CouncilDecision decision) {
        return new BallotWords(decision.ballot(), texts);
    }

    private Table chain() {
        return new Table(
                texts.text("resolution.chain.title"),
                List.of(
                        new Column(texts.text("resolution.chain.committee"), 34),
                        new Column(texts.text("resolution.chain.day"), 16),
                        new Column(texts.text("resolution.chain.role"), 18),
                        new Column(texts.text("resolution.chain.publicity"), 14),
                        new Column(texts.text("resolution.chain.result"), 18)),
                whole.turns().stream().map(this::line).toList());
    }

    private List<Cell> line(Turn turn) {
        Consultation one = turn.consultation();
        return List.of(
                Cell.of(turn.committee()),
                Cell.of(NameLines.print(one.day())),
                Cell.of(texts.text("voting.role." + one.role().text())),
                Cell.of(texts.text("voting.publicity." + one.publicity().text())),
                Cell.of(result(turn)));
    }

    private String result(Turn turn) {
        String result = texts.text(turn.consultation().result().wordKey());
        String votes = turn.decision() == null ? "" : votes(turn.decision()).line();
        return votes.isEmpty() ? result : result + "\n" + votes;
    }

    private List<Block> attachments() {
        return List.of(new Bullets(
                null,
                whole.attachments().stream()
                        .map(file -> List.<Block>of(
                                Paragraph.of(file.name()),
                                Paragraph.of(Tone.NOTE, texts.text("resolution.file.digest", file.digest()))))
                        .toList()));
    }

    private Heading heading(String key) {
        return new Heading(1, "", texts.text(key));
    }
}
