package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.PageBreak;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Sense;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Markdown;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the concept as a book: its chapters in their order; without chapters its texts, then fields of action, cross-cutting
 * themes and whatever else there is. Only what the county leaves out on purpose is missing.
 */
final class ConceptPaper {
    private static final int DEEPEST = 6;

    private final Profile profile;
    private final Chapters chapters;
    private final List<Figure> figures;
    private final Map<ChapterKind, List<Block>> generated;
    private final IndicatorBlocks indicators;
    private final Map<UUID, Detailed> details;
    private final Texts texts;
    private final List<Block> blocks = new ArrayList<>();

    private ConceptPaper(Profile profile, Chapters chapters, Data data, Map<UUID, Detailed> details, Texts texts) {
        this.profile = profile;
        this.chapters = chapters;
        this.figures = data.figures();
        this.generated = data.chapters();
        this.indicators = new IndicatorBlocks(data.indicators(), texts);
        this.details = details;
        this.texts = texts;
    }

    /**
     * What a paper shows besides its written texts.
     *
     * @param chapters what stands below the texts of chapters of a kind
     */
    record Data(List<Figure> figures, List<IndicatorLine> indicators, Map<ChapterKind, List<Block>> chapters) {
        static final Data NONE = new Data(List.of(), List.of(), Map.of());
    }

    /** @param details what measures say besides their words */
    static List<Block> of(ConceptTree tree, Chapters chapters, Data data, Map<UUID, Detailed> details, Texts texts) {
        var paper = new ConceptPaper(tree.profile(), chapters, data, details, texts);
        paper.texts(textsIn(tree, null), 1);
        if (chapters.find(ChapterKind.FIGURES).isEmpty()) {
            paper.figures(null, 1);
        }
        chapters.shown().forEach(chapter -> paper.chapter(chapter, tree));
        paper.rest(tree);
        if (paper.blocks.isEmpty()) {
            paper.note("document.concept.empty");
        }
        return List.copyOf(paper.blocks);
    }

    // An empty chapter is not printed.
    private void chapter(Chapter chapter, ConceptTree tree) {
        int before = blocks.size();
        pageBreak();
        blocks.add(new Heading(1, "", chapter.title(), Sense.of("chapter")));
        int begin = blocks.size();
        texts(
                textsIn(tree, chapter.id()).stream()
                        .map(text -> text.name().equals(chapter.title())
                                ? text.withText("", text.text(), text.modifiedAt())
                                : text)
                        .toList(),
                2);
        blocks.addAll(generated.getOrDefault(chapter.kind(), List.of()));
        if (chapter.kind().holdsFigures()) {
            mine(null).forEach(figure -> blocks.addAll(FigureBlocks.of(figure, 2, texts)));
        }
        boolean written = blocks.size() > begin;
        chapter.kind().sections().ifPresent(kind -> {
            sections(standing(tree, kind), 2, written);
            references(tree, kind);
        });
        if (blocks.size() == begin) {
            blocks.subList(before, begin).clear();
        }
    }

    // What no chapter holds is printed all the same.
    private void rest(ConceptTree tree) {
        List<SectionKind> held = chapters.list().stream()
                .flatMap(chapter -> chapter.kind().sections().stream())
                .toList();
        List<SectionKind> rest = SectionKind.homes().stream()
                .filter(kind -> !held.contains(kind))
                .toList();
        if (chapters.list().isEmpty()
                && tree.sections().stream().allMatch(node -> node.section().kind() == SectionKind.OTHER)) {
            sections(tree.sections(), 1, true);
        } else {
            rest.forEach(kind -> part(kind, tree));
        }
    }

    private void part(SectionKind kind, ConceptTree tree) {
        List<SectionNode> sections = standing(tree, kind);
        if (tree.sections().stream().anyMatch(node -> belongs(node, kind))) {
            pageBreak();
            PartName name = profile.section(kind, 0);
            boolean rest = name.equals(Templates.usual().section(SectionKind.OTHER, 0));
            blocks.add(
                    new Heading(1, "", rest ? texts.text("document.concept.rest") : name.plural(), Sense.of("part")));
            sections(sections, 2, false);
            references(tree, kind);
        }
    }

    private void sections(List<SectionNode> sections, int level, boolean breakFirst) {
        boolean newPage = breakFirst;
        for (SectionNode section : sections) {
            if (newPage) {
                pageBreak();
            }
            section(section, level);
            newPage = true;
        }
    }

    // A section that belongs to two kinds is printed once; where it does not stand, it is named.
    private void references(ConceptTree tree, SectionKind kind) {
        for (SectionNode node : tree.sections()) {
            Section section = node.section();
            if (section.kind().isAlso(kind) && home(section.kind()) != kind) {
                blocks.add(new Heading(2, section.number(), section.name(), Sense.of("reference")));
                SectionKind home = section.kind().home();
                String where = chapters.list().stream()
                        .filter(chapter ->
                                chapter.kind().sections().filter(home::equals).isPresent())
                        .map(Chapter::title)
                        .findFirst()
                        .orElse(profile.section(home, 0).plural());
                blocks.add(Paragraph.of(Tone.NOTE, texts.text("document.concept.reference", where)));
            }
        }
    }

    private List<SectionNode> standing(ConceptTree tree, SectionKind kind) {
        return tree.sections().stream()
                .filter(node -> home(node.section().kind()) == kind)
                .toList();
    }

    private static boolean belongs(SectionNode node, SectionKind kind) {
        return node.section().kind().belongsTo(kind);
    }

    // A field that is a theme, too, stands with the themes where the county leaves the chapter of the fields out.
    private SectionKind home(SectionKind kind) {
        boolean without = chapters.list().stream()
                .anyMatch(chapter -> chapter.leftOut()
                        && chapter.kind().sections().filter(kind.home()::equals).isPresent());
        return without && kind == SectionKind.FIELD_AND_THEME ? SectionKind.CROSS_CUTTING_THEME : kind.home();
    }

    private static List<TextBlock> textsIn(ConceptTree tree, @Nullable UUID chapter) {
        return tree.texts().stream()
                .filter(text -> Objects.equals(text.chapterId(), chapter))
                .toList();
    }

    private void pageBreak() {
        if (!blocks.isEmpty()) {
            blocks.add(new PageBreak());
        }
    }

    private void section(SectionNode node, int level) {
        Section section = node.section();
        blocks.add(new Heading(
                level,
                section.number(),
                section.name(),
                Sense.of("section_" + section.kind().text(), section.number())));
        int before = blocks.size();
        texts(node.texts(), below(level));
        figures(section.id(), below(level));
        node.goals().forEach(goal -> goal(goal, below(level)));
        if (!node.loose().isEmpty()) {
            blocks.add(new Heading(
                    below(level), "", texts.text("document.concept.withoutGoal", profile.words()), Sense.of("loose")));
            blocks.add(table(node.loose(), section.name()));
            blocks.addAll(indicators.ofMeasures(node.loose(), below(below(level))));
        }
        node.sections().forEach(child -> section(child, below(level)));
        if (blocks.size() == before) {
            note("document.concept.emptySection");
        }
    }

    private void texts(List<TextBlock> written, int level) {
        for (TextBlock text : written) {
            if (!text.name().isBlank()) {
                blocks.add(new Heading(level, "", text.name(), Sense.of("text")));
            }
            blocks.addAll(Markdown.blocks(text.text(), text.name().isBlank() ? level - 1 : level));
        }
    }

    private void figures(@Nullable UUID section, int level) {
        var mine = mine(section);
        if (!mine.isEmpty()) {
            blocks.add(new Heading(level, "", texts.text("situation.figures.title"), Sense.of("other")));
            mine.forEach(figure -> blocks.addAll(FigureBlocks.of(figure, below(level), texts)));
        }
    }

    private List<Figure> mine(@Nullable UUID section) {
        return figures.stream()
                .filter(figure -> Objects.equals(figure.sectionId(), section))
                .toList();
    }

    private void goal(GoalNode node, int level) {
        Goal goal = node.goal();
        String name = profile.label(goal);
        blocks.add(new Heading(
                level,
                "",
                name,
                Sense.of("goal_" + goal.kind().text(), profile.goal(goal.kind()).singular())));
        blocks.add(Paragraph.of(Tone.LEAD, goal.text()));
        texts(node.texts(), below(level));
        blocks.addAll(indicators.ofGoal(goal.id(), below(level)));
        if (!node.measures().isEmpty()) {
            blocks.add(table(node.measures(), name));
            blocks.addAll(indicators.ofMeasures(node.measures(), below(level)));
        } else if (node.goals().isEmpty()) {
            note("document.concept.noMeasure");
        }
        node.goals().forEach(child -> goal(child, below(level)));
    }

    private Table table(List<MeasureNode> measures, String owner) {
        var columns = List.of(
                new Column(texts.text("document.concept.column.number"), 11),
                new Column(profile.measure().singular(), 61),
                new Column(texts.text("document.concept.column.responsible"), 28));
        var rows = measures.stream()
                .map(MeasureNode::measure)
                .map(measure -> List.of(
                        Cell.of(measure.number()),
                        words(measure),
                        Cell.of(String.join(
                                ", ", BodyList.of(measure.responsible()).lines()))))
                .toList();
        return new Table(texts.text("document.concept.table", profile.measure().plural(), owner), columns, rows);
    }

    private Cell words(Measure measure) {
        var words = new ArrayList<>(List.of(Paragraph.of(measure.text())));
        if (!measure.description().isBlank()) {
            words.add(Paragraph.of(Tone.NOTE, measure.description()));
        }
        MeasureDetail detail = details.getOrDefault(measure.id(), Detailed.NONE).detail();
        if (detail.reach() != MeasureReach.COUNTY) {
            words.add(Paragraph.of(Tone.NOTE, texts.text(detail.reach().wordKey())));
        }
        if (!detail.timeFrame().text().isEmpty()) {
            words.add(Paragraph.of(
                    Tone.NOTE,
                    texts.text("document.concept.timeFrame", detail.timeFrame().text())));
        }
        if (!detail.costs().isEmpty()) {
            words.add(Paragraph.of(Tone.NOTE, texts.text("document.concept.costs", Costs.text(detail.costs(), "; "))));
        }
        return new Cell(List.copyOf(words));
    }

    private void note(String key) {
        blocks.add(Paragraph.of(Tone.NOTE, texts.text(key, profile.words())));
    }

    private static int below(int level) {
        return Math.min(level + 1, DEEPEST);
    }
}
