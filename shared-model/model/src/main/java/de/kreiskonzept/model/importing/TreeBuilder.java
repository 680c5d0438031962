package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts line after line into the tree. */
final class TreeBuilder {
    private static final Pattern SMALL_WORD = Pattern.compile("(?<!\\p{L})\\p{Ll}{3}");

    final List<Deviation> deviations = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    private final Draft.Section root = section(SectionKind.OTHER, 0, "", SourceLine.NONE);
    private final Deque<Draft.Section> path = new ArrayDeque<>(List.of(root));

    private Draft.@Nullable Goal overall;
    private Draft.@Nullable Goal middle;
    private Draft.@Nullable Goal current;
    private Draft.@Nullable Measure measure;
    /** What the next words belong to, null for text. */
    private Draft.@Nullable Words sink;

    private Draft.@Nullable Block block;
    private @Nullable GoalKind goalList;
    private boolean measureList;
    private boolean afterBlank = true;
    private boolean example;

    /** The concept as a whole. */
    Draft.Section root() {
        return root;
    }

    void take(SourceLine line, Mark mark) {
        if (example && !endsExample(mark)) {
            if (!line.blank()) {
                leaveOut(line);
            }
            return;
        }
        example = false;
        switch (mark) {
            case Mark.Blank blank -> {}
            case Mark.SectionHeading heading -> openSection(heading, line);
            case Mark.TextHeading heading -> openBlock(heading, line);
            case Mark.GoalListHeading list -> openList(list.kind(), line);
            case Mark.MeasureListHeading list -> openList(null, line);
            case Mark.GoalStart goal -> startGoal(goal, line);
            case Mark.MeasureStart start -> startMeasure(start, line);
            case Mark.Item item -> takeItem(item, line);
            case Mark.Responsible responsible -> takeResponsible(responsible, line);
            case Mark.ExampleStart start -> startExample(line);
            case Mark.Words words -> takeWords(words.text(), line);
        }
        afterBlank = mark instanceof Mark.Blank;
    }

    /** An example in the introduction is left out; within a section it is text, lest it swallow what follows. */
    private void startExample(SourceLine line) {
        if (path.size() > 1) {
            takeWords(line.text(), line);
        } else {
            example = true;
            leaveOut(line);
        }
    }

    private void leaveOut(SourceLine line) {
        report(line, DeviationKind.WORKED_EXAMPLE);
        leftOut.add(LeftOut.of(line, DeviationKind.WORKED_EXAMPLE));
    }

    private static boolean endsExample(Mark mark) {
        return mark instanceof Mark.SectionHeading || mark instanceof Mark.TextHeading;
    }

    private static Draft.Section section(SectionKind kind, int depth, String name, SourceLine line) {
        return new Draft.Section(new Mark.SectionHeading(kind, depth, "", name, false), line);
    }

    private Draft.Section here() {
        return path.element();
    }

    private void report(SourceLine line, DeviationKind kind) {
        deviations.add(new Deviation(line.number(), kind, line.text()));
    }

    private void openSection(Mark.SectionHeading heading, SourceLine line) {
        while (path.size() > 1 && here().depth >= heading.depth()) {
            path.pop();
        }
        SectionKind kind = heading.kind() == SectionKind.OTHER && !Vocabulary.startsWithSectionWord(line.text())
                ? Vocabulary.kindBelow(here().heading)
                : heading.kind();
        var known =
                new Mark.SectionHeading(kind, heading.depth(), heading.number(), heading.name(), heading.misspelt());
        enter(new Draft.Section(known, line), line);
    }

    private void enter(Draft.Section section, SourceLine line) {
        Draft.Section parent = here();
        String key = section.kind + section.number + " " + section.heading.toLowerCase(Locale.GERMAN);
        Draft.Section known = parent.byHeading.putIfAbsent(key, section);
        if (known == null) {
            parent.sections.add(section);
        } else {
            report(line, DeviationKind.REPEATED_HEADING);
        }
        path.push(known == null ? section : known);
        closeGoals();
        block = null;
    }

    private void closeGoals() {
        overall = null;
        middle = null;
        current = null;
        closeLists();
    }

    private void closeLists() {
        measure = null;
        sink = null;
        goalList = null;
        measureList = false;
    }

    private void openBlock(Mark.TextHeading heading, SourceLine line) {
        if (block != null && isParentOf(block, line)) {
            promote(line);
        }
        boolean closes = Vocabulary.closesSections(heading.name());
        while (path.size() > 1 && (closes || (line.level() > 0 && here().marked && here().depth >= line.level()))) {
            path.pop();
            closeGoals();
        }
        closeLists();
        block = new Draft.Block(heading, line.number(), line.level());
        here().blocks.add(block);
        if (!heading.rest().isEmpty()) {
            block.paragraphs.add(new Draft.Paragraph(line.number(), heading.rest(), false));
        }
    }

    private static boolean isParentOf(Draft.Block above, SourceLine heading) {
        boolean below = heading.level() > above.level || (heading.level() == 0 && above.paragraphs.isEmpty());
        return above.level > 0 && below;
    }

    private void openList(@Nullable GoalKind kind, SourceLine line) {
        promote(line);
        closeLists();
        goalList = kind;
        measureList = kind == null;
    }

    /** A heading of which goals or measures follow is no heading of a text but of a section. */
    private void promote(SourceLine line) {
        Draft.Block open = block;
        boolean outside = path.size() == 1;
        block = null;
        if (open != null && !open.name.isEmpty() && !open.known && (outside || open.level > 0)) {
            here().blocks.remove(open);
            var heading = new SourceLine(open.line, open.name, open.level, false, false, "");
            int depth = Math.max(1, open.level);
            SectionKind kind = Vocabulary.kindBelow(here().heading);
            var start = new Mark.SectionHeading(kind, depth, open.number, open.name, false);
            enter(new Draft.Section(start, heading), heading);
            if (!open.paragraphs.isEmpty()) {
                var text = Draft.Block.named("", open.paragraphs.getFirst().line);
                text.paragraphs.addAll(open.paragraphs);
                here().blocks.add(text);
            }
        } else if (outside) {
            report(line, DeviationKind.OUTSIDE_SECTION);
            enter(section(SectionKind.OTHER, 1, Vocabulary.NAMELESS, line), line);
        }
    }

    private void startGoal(Mark.GoalStart start, SourceLine line) {
        promoteForItem(line);
        if (start.misspelt()) {
            report(line, DeviationKind.MISSPELT_HEADING);
        }
        addGoal(new Draft.Goal(line.number(), start.kind(), start.number(), start.text()));
        goalList = null;
        measureList = false;
    }

    private void promoteForItem(SourceLine line) {
        if (path.size() == 1 || block != null) {
            promote(line);
        }
    }

    private void addGoal(Draft.Goal goal) {
        Draft.Goal parent = switch (goal.kind) {
            case OVERALL_GOAL -> null;
            case GOAL -> overall;
            case SUB_GOAL -> middle == null ? overall : middle;
        };
        (parent == null ? here().goals : parent.goals).add(goal);
        switch (goal.kind) {
            case OVERALL_GOAL -> {
                overall = goal;
                middle = null;
            }
            case GOAL -> middle = goal;
            case SUB_GOAL -> {}
        }
        current = goal;
        measure = null;
        sink = goal;
    }

    private void startMeasure(Mark.MeasureStart start, SourceLine line) {
        promoteForItem(line);
        if (start.misspelt()) {
            report(line, DeviationKind.MISSPELT_HEADING);
        }
        addMeasure(new Draft.Measure(line.number(), start.number(), start.text()), line);
    }

    private void addMeasure(Draft.Measure added, SourceLine line) {
        if (current == null) {
            report(line, DeviationKind.MEASURE_WITHOUT_GOAL);
            addGoal(new Draft.Goal(line.number(), GoalKind.GOAL, "", here().heading));
        }
        Optional.ofNullable(current).ifPresent(goal -> goal.measures.add(added));
        measure = added;
        sink = added;
    }

    private void takeItem(Mark.Item item, SourceLine line) {
        if (measureList) {
            addMeasure(new Draft.Measure(line.number(), item.number(), item.text()), line);
        } else if (goalList != null) {
            addGoal(new Draft.Goal(line.number(), goalList, item.number(), item.text()));
        } else if (current != null && block == null) {
            report(line, DeviationKind.UNMARKED_MEASURE);
            addMeasure(new Draft.Measure(line.number(), item.number(), item.text()), line);
        } else {
            String number = item.number().isEmpty() ? "" : item.number() + ") ";
            addText(number + item.text(), line, true);
        }
    }

    private void takeResponsible(Mark.Responsible responsible, SourceLine line) {
        if (measure != null
                && measure.responsible.isEmpty()
                && responsible.text().length() <= 300) {
            measure.responsible = responsible.text();
        } else {
            takeWords(line.text(), line);
        }
    }

    private void takeWords(String words, SourceLine line) {
        Draft.Words open = sink;
        if (open != null && (!afterBlank || begins(open, words) || goesOn(open, words))) {
            open.append(words);
        } else if (open == null && block != null && !afterBlank && !block.paragraphs.isEmpty()) {
            block.paragraphs.getLast().append(words);
        } else {
            addText(words, line, false);
        }
    }

    /** Whether the words can be the text of which only the heading was there; a question or a mere reference cannot. */
    private static boolean begins(Draft.Words open, String words) {
        return open.text.isEmpty()
                && !words.endsWith("?")
                && (words.endsWith(".") || SMALL_WORD.matcher(words).find());
    }

    /** Whether a sentence was only interrupted, by a page break for example. */
    private static boolean goesOn(Draft.Words open, String words) {
        return !open.ended() && Character.isLowerCase(words.charAt(0));
    }

    private void addText(String words, SourceLine line, boolean item) {
        if (block == null) {
            boolean unplaced = current != null || path.size() == 1;
            if (unplaced) {
                report(line, DeviationKind.UNPLACED_TEXT);
            }
            block = Draft.Block.named(current == null ? "" : Vocabulary.FURTHER, line.number());
            here().blocks.add(block);
        }
        sink = null;
        measure = null;
        block.paragraphs.add(new Draft.Paragraph(line.number(), words, item));
    }
}
