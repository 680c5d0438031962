package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.part.IndicatorLines;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Goals and measures as one table: a row for each measure below each goal it serves, for each goal without a measure and for each
 * measure without a goal.
 */
final class MeasureAnnex {
    private final Profile profile;
    private final Map<UUID, Detailed> details;
    private final IndicatorLines indicators;
    private final Texts texts;
    private final List<List<Cell>> rows = new ArrayList<>();

    private MeasureAnnex(Profile profile, Map<UUID, Detailed> details, List<IndicatorLine> indicators, Texts texts) {
        this.profile = profile;
        this.details = details;
        this.indicators = new IndicatorLines(profile, indicators, texts);
        this.texts = texts;
    }

    /**
     * The table; columns that would be empty are left out.
     *
     * @param details what measures say besides their words
     * @param indicators of goals and measures
     */
    static List<Block> of(ConceptTree tree, Map<UUID, Detailed> details, List<IndicatorLine> indicators, Texts texts) {
        var annex = new MeasureAnnex(tree.profile(), details, indicators, texts);
        tree.sections().forEach(annex::section);
        if (annex.rows.isEmpty()) {
            return List.of(Paragraph.of(
                    texts.text("document.annex.empty", tree.profile().words())));
        }
        return List.of(new Table(
                texts.text("document.annex.sheet", tree.profile().words()), annex.columns(), List.copyOf(annex.rows)));
    }

    private List<Column> columns() {
        boolean narrow = indicators.any();
        var shares = new LinkedHashMap<String, Integer>();
        shares.put("section", narrow ? 10 : 13);
        shares.put("goal", 0);
        shares.put("number", narrow ? 5 : 6);
        shares.put("measure", 0);
        shares.put("responsible", narrow ? 11 : 14);
        if (hasTimes()) {
            shares.put("timeFrame", narrow ? 8 : 9);
        }
        if (hasCosts()) {
            shares.put("costs", narrow ? 10 : 12);
        }
        if (narrow) {
            shares.put("indicators", 15);
        }
        shares.put("light", narrow ? 8 : 9);
        int rest = 100 - shares.values().stream().mapToInt(share -> share).sum();
        shares.put("goal", rest * 9 / 20);
        shares.put("measure", rest - rest * 9 / 20);
        return shares.entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean hasTimes() {
        return details.values().stream()
                .anyMatch(said -> !said.detail().timeFrame().text().isEmpty());
    }

    private boolean hasCosts() {
        return details.values().stream().anyMatch(said -> !said.detail().costs().isEmpty());
    }

    private Column column(String name, int share) {
        return new Column(texts.text("document.annex.column." + name, profile.words()), share);
    }

    private void section(SectionNode node) {
        node.goals().forEach(goal -> goal(node.section(), goal));
        node.loose()
                .forEach(measure -> row(
                        node.section(), texts.text("document.annex.withoutGoal", profile.words()), measure, List.of()));
        node.sections().forEach(this::section);
    }

    private void goal(Section section, GoalNode node) {
        String goal = line(node.goal());
        List<Paragraph> told = indicators.of(node.goal());
        if (node.measures().isEmpty()) {
            var cells = new ArrayList<Cell>();
            Stream.generate(() -> Cell.of("")).limit(columns().size() - 2L).forEach(cells::add);
            if (indicators.any()) {
                cells.set(cells.size() - 2, new Cell(told));
            }
            add(section, goal, cells);
        }
        // What a goal is measured by stands once, in its first row.
        for (MeasureNode measure : node.measures()) {
            row(section, goal, measure, told);
            told = List.of();
        }
        node.goals().forEach(child -> goal(section, child));
    }

    private String line(Goal goal) {
        String text = goal.number().isEmpty() ? goal.text() : goal.number() + " " + goal.text();
        return goal.kind() == GoalKind.OVERALL_GOAL
                ? texts.text(
                        "document.annex.overallGoal", profile.goal(goal.kind()).singular(), text)
                : text;
    }

    private void row(Section section, String goal, MeasureNode node, List<Paragraph> ofGoal) {
        Measure measure = node.measure();
        String status = node.light().status();
        String light = status.isEmpty() ? texts.text(node.light().light().wordKey()) : status;
        var detail = details.getOrDefault(measure.id(), Detailed.NONE).detail();
        var cells = new ArrayList<>(List.of(
                Cell.of(measure.number()),
                Cell.of(measure.text()),
                lines(BodyList.of(measure.responsible()).lines())));
        if (hasTimes()) {
            cells.add(Cell.of(detail.timeFrame().text()));
        }
        if (hasCosts()) {
            cells.add(lines(List.of(Costs.text(detail.costs(), "\n").split("\n"))));
        }
        if (indicators.any()) {
            cells.add(new Cell(Stream.concat(ofGoal.stream(), indicators.of(measure).stream())
                    .toList()));
        }
        cells.add(Cell.of(light));
        add(section, goal, cells);
    }

    private static Cell lines(List<String> lines) {
        return new Cell(lines.stream()
                .filter(line -> !line.isEmpty())
                .map(Paragraph::of)
                .toList());
    }

    private void add(Section section, String goal, List<Cell> cells) {
        String name = section.number().isEmpty() ? section.name() : section.number() + " " + section.name();
        rows.add(Stream.concat(Stream.of(Cell.of(name), Cell.of(goal)), cells.stream())
                .toList());
    }
}
