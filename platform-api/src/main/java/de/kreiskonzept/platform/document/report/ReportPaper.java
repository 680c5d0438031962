package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Markdown;
import de.kreiskonzept.platform.document.paper.Run;
import de.kreiskonzept.platform.document.report.ResultRows.Row;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.narrative.NarrativeTexts;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A Stand with its texts as a book: introduction with legend and totals, then each section with its texts, its result as a whole and
 * for each goal, and its goals; in the long form its measures, too.
 */
final class ReportPaper {
    private static final int DEEPEST = 6;

    private final Book book;
    private final Extent extent;
    private final Texts texts;
    private final Profile profile;
    private final ResultRows rows;
    private final ResultBlocks results;
    private final List<Block> blocks = new ArrayList<>();

    private ReportPaper(Book book, Extent extent, Texts texts, String ink) {
        this.book = book;
        this.extent = extent;
        this.texts = texts;
        profile = book.profile();
        rows = new ResultRows(profile, book.ampel(), texts);
        results = new ResultBlocks(texts, ink);
    }

    /** @param ink colour of lines and letters in charts */
    static List<Block> of(Book book, Extent extent, Texts texts, String ink) {
        var paper = new ReportPaper(book, extent, texts, ink);
        paper.introduction();
        paper.book.ampel().kinds().stream()
                .filter(kind -> kind.sections() > 0)
                .forEach(kind -> paper.kind(kind.kind(), kind.figures()));
        return List.copyOf(paper.blocks);
    }

    private void introduction() {
        Ampel ampel = book.ampel();
        NarrativeTexts said = book.parts().getFirst().texts();
        heading(1, texts.text("report.introduction"));
        note(
                Tone.BODY,
                "report.purpose",
                GermanTime.LONG_DAY.format(book.whole().stand().cutoff()));
        blocks.addAll(Markdown.blocks(said.summary(), 1));
        heading(2, texts.text("report.legend"));
        blocks.add(legend());
        note(Tone.NOTE, "report.counting");
        var rule = ampel.aggregates().rule();
        note(Tone.NOTE, "aggregate.sentence." + rule.kind().text(), rule.green(), rule.red());
        heading(2, texts.text("report.total"));
        blocks.addAll(results.whole(texts.text("report.total"), ampel.whole()));
        blocks.add(size(ampel));
        List<Row> kinds = rows.kinds(ampel);
        if (!kinds.isEmpty()) {
            blocks.addAll(results.parts(
                    texts.text("report.kinds"),
                    texts.text("monitoring.column.part"),
                    kinds,
                    rows.row(texts.text("monitoring.overview.sum"), "", ampel.whole())));
        }
        text("report.narrative", said.narrative(), 2);
        text("report.highlights", said.highlights(), 2);
        text("report.notPursued", said.notPursued(), 2);
    }

    private Table legend() {
        var lines = new ArrayList<List<Cell>>();
        for (TrafficLight light : TrafficLight.values()) {
            lines.add(List.of(
                    new Cell(List.of(new Paragraph(Tone.BODY, List.of(Run.strong(texts.text(light.wordKey())))))),
                    Cell.of(texts.text("monitoring.meaning." + light.text()))));
        }
        return new Table(
                texts.text("report.legend"),
                List.of(
                        new Column(texts.text("report.column.light"), 25),
                        new Column(texts.text("report.column.meaning"), 75)),
                lines);
    }

    private Table size(Ampel ampel) {
        var lines = new ArrayList<List<Cell>>();
        ampel.kinds().stream()
                .filter(kind -> kind.sections() > 0)
                .forEach(kind -> lines.add(size(profile.section(kind.kind(), 0).plural(), kind.figures())));
        lines.add(size(texts.text("monitoring.overview.sum"), ampel.total()));
        return new Table(
                texts.text("report.size"),
                List.of(
                        new Column(texts.text("monitoring.column.part"), 36),
                        Column.number(profile.goals().plural(), 16),
                        Column.number(profile.measure().plural(), 16),
                        Column.number(texts.text("monitoring.column.counted"), 16),
                        Column.number(texts.text("monitoring.column.notCounted"), 16)),
                lines);
    }

    private static List<Cell> size(String name, Figures figures) {
        return List.of(
                Cell.of(name),
                Cell.of(String.valueOf(figures.goals())),
                Cell.of(String.valueOf(figures.tally().total())),
                Cell.of(String.valueOf(figures.tally().counted())),
                Cell.of(String.valueOf(figures.tally().notCounted())));
    }

    private void kind(SectionKind kind, Figures figures) {
        String name = profile.section(kind, 0).plural();
        List<OfSection> sections = book.ampel().sections().stream()
                .filter(section -> section.kind().home() == kind)
                .toList();
        blocks.add(new PageBreak());
        heading(1, name);
        blocks.addAll(results.parts(
                texts.text("report.results", name),
                profile.section(kind, 0).singular(),
                rows.sections(sections),
                sum(figures, texts.text("monitoring.section.sum", name))));
        sections.forEach(section -> {
            blocks.add(new PageBreak());
            section(section, 2);
        });
    }

    private void section(OfSection section, int level) {
        String name = ResultRows.name(section);
        blocks.add(new Heading(level, section.number(), section.name()));
        goals(section);
        book.parts().stream()
                .filter(part -> section.id().equals(part.sectionId()))
                .map(Part::texts)
                .findFirst()
                .ifPresent(said -> texts(said, level));
        List<Row> inside = rows.inside(section);
        heading(below(level), texts.text("report.result.whole", name));
        blocks.addAll(results.whole(
                texts.text("report.result.whole", name), book.ampel().place(section)));
        if (!inside.isEmpty()) {
            String goals = section.goals().isEmpty()
                    ? texts.text("monitoring.column.part")
                    : profile.goals().singular();
            heading(below(level), texts.text("report.result.parts", name, goals));
            blocks.addAll(results.parts(
                    texts.text("report.result.parts", name, goals),
                    goals,
                    inside,
                    rows.row(
                            texts.text("monitoring.section.sum", name),
                            "",
                            book.ampel().place(section))));
        }
        if (section.shared() > 0) {
            note(Tone.NOTE, "monitoring.section.shared", section.shared());
        }
        if (extent == Extent.LONG) {
            blocks.addAll(new MeasureBlocks(book, rows, texts).of(section, below(level)));
        }
        section.sections().forEach(child -> section(child, below(level)));
    }

    private void texts(NarrativeTexts said, int level) {
        blocks.addAll(Markdown.blocks(said.summary(), level));
        text("report.narrative", said.narrative(), below(level));
        text("report.highlights", said.highlights(), below(level));
        text("report.notPursued", said.notPursued(), below(level));
    }

    private void text(String key, String markdown, int level) {
        if (!markdown.isBlank()) {
            heading(level, texts.text(key));
            blocks.addAll(Markdown.blocks(markdown, level));
        }
    }

    // Goals without goals below them stand in the table of results.
    private void goals(OfSection section) {
        rows.named(section.goals())
                .filter(named -> !named.goal().goals().isEmpty())
                .forEach(named -> blocks.add(new Paragraph(
                        Tone.BODY,
                        List.of(
                                Run.strong(profile.goal(named.goal().kind()).singular() + ": "),
                                Run.of(named.goal().text())))));
    }

    private static Row sum(Figures figures, String name) {
        return new Row(name, "", figures.tally(), "");
    }

    private void heading(int level, String text) {
        blocks.add(new Heading(level, "", text));
    }

    private void note(Tone tone, String key, Object... args) {
        blocks.add(Paragraph.of(tone, texts.text(key, args)));
    }

    private static int below(int level) {
        return Math.min(level + 1, DEEPEST);
    }
}
