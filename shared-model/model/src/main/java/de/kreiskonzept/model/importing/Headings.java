package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds headings of sections that no word such as "Handlungsfeld" names: "1. Sprache", "1.1 Kurse", "II. Arbeit", or a short line
 * that stands alone. They are taken for sections only where goals or measures follow.
 */
final class Headings {
    private static final int MOST_SPACES = 10;
    private static final int DEEPEST = 6;
    private static final int MOST_SKIPPED = 2;
    private static final Pattern NUMBERED =
            Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,2}){0,3}|[IVX]{1,5}(?=[.)]))[.)]? (?=[\\p{Lu}„\"])(.{2,100})");

    private final List<SourceLine> lines;
    private final List<Mark> marks;
    /** Whether the text marks its sections by words or Markdown, so that a plain number alone does not make one. */
    private final boolean named;

    private final boolean roman;
    /** For each line the first line of the numbered row it goes on with. */
    private final int[] rows;
    /** For each line the line before it that is not blank, -1 where there is none. */
    private final int[] before;

    private final int[] last = new int[DEEPEST];

    private Headings(List<SourceLine> lines, List<Mark> marks) {
        this.lines = lines;
        this.marks = marks;
        this.named = marks.stream().anyMatch(Mark.SectionHeading.class::isInstance)
                || lines.stream().anyMatch(line -> line.level() > 0);
        this.roman = lines.stream().flatMap(line -> numbered(line).stream()).anyMatch(Headings::isRoman);
        this.rows = new int[lines.size()];
        this.before = new int[lines.size()];
        int previous = -1;
        for (int i = 0; i < rows.length; i++) {
            before[i] = previous;
            rows[i] = i;
            if (!blank(i)) {
                rows[i] = previous >= 0 && goesOn(previous, i) ? rows[previous] : i;
                previous = i;
            }
        }
    }

    /** Puts the mark of a section in the place of the mark that such a line had, and reports it. */
    static void find(List<SourceLine> lines, List<Mark> marks, List<Deviation> deviations) {
        var headings = new Headings(lines, List.copyOf(marks));
        var found = new Mark.@Nullable SectionHeading[lines.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = headings.at(i);
        }
        boolean[] content = headings.contentFollows(found);
        int deepest = 0;
        for (int i = 0; i < found.length; i++) {
            Mark.SectionHeading heading = found[i];
            if (heading != null && (content[i] || heading.depth() <= deepest)) {
                marks.set(i, heading);
                deepest = Math.max(deepest, heading.depth());
                SourceLine line = lines.get(i);
                deviations.add(new Deviation(line.number(), DeviationKind.ASSUMED_SECTION, line.text()));
            }
        }
    }

    /** Whether goals or measures stand below a heading, before the next of its depth; what follows such a section is one, too. */
    private boolean[] contentFollows(Mark.@Nullable SectionHeading[] found) {
        var content = new boolean[found.length];
        int follows = 0;
        for (int i = found.length - 1; i >= 0; i--) {
            if (isContent(marks.get(i))) {
                follows = Integer.MAX_VALUE;
            } else if (marks.get(i) instanceof Mark.SectionHeading) {
                follows = 0;
            }
            Mark.SectionHeading heading = found[i];
            if (heading != null) {
                content[i] = follows > heading.depth();
                follows = Math.min(follows, heading.depth());
            }
        }
        return content;
    }

    private static boolean isContent(Mark mark) {
        return mark instanceof Mark.GoalStart
                || mark instanceof Mark.MeasureStart
                || mark instanceof Mark.GoalListHeading
                || mark instanceof Mark.MeasureListHeading;
    }

    private Mark.@Nullable SectionHeading at(int i) {
        SourceLine line = lines.get(i);
        Mark mark = marks.get(i);
        boolean plain = (mark instanceof Mark.Item && !line.bullet()) || mark instanceof Mark.Words;
        boolean heading = mark instanceof Mark.TextHeading text && text.rest().isEmpty() && line.level() == 0;
        if (line.blank() || !(plain || heading) || !isShort(line.text())) {
            return null;
        }
        Optional<Matcher> match = numbered(line);
        boolean known = mark instanceof Mark.TextHeading text && text.known();
        Mark.SectionHeading found = match.isPresent() ? numbered(i, match.get()) : alone(i);
        return known ? null : found;
    }

    private Mark.@Nullable SectionHeading numbered(int i, Matcher match) {
        String number = match.group(1);
        int dots = (int) number.chars().filter(c -> c == '.').count();
        int depth = dots + (roman && !isRoman(match) ? 2 : 1);
        boolean first = blank(i - 1)
                || endsSentence(i - 1)
                || numbered(lines.get(i - 1)).isPresent();
        if ((named && dots == 0) || !first || inList(i) || !isNext(depth, match)) {
            return null;
        }
        return new Mark.SectionHeading(SectionKind.OTHER, depth, number, match.group(2), false);
    }

    /** Whether the number follows the one before at its depth; a list within a section begins anew and does not. */
    private boolean isNext(int depth, Matcher match) {
        if (isRoman(match)) {
            Arrays.fill(last, 0);
            return true;
        }
        String number = match.group(1);
        int value = Integer.parseInt(number.substring(number.lastIndexOf('.') + 1));
        int earlier = last[depth - 1];
        boolean next = earlier == 0 || (value > earlier && value <= earlier + MOST_SKIPPED);
        if (next) {
            last[depth - 1] = value;
            Arrays.fill(last, depth, DEEPEST, 0);
        }
        return next;
    }

    private boolean endsSentence(int i) {
        String text = lines.get(i).text();
        boolean ended = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        return ended || !(marks.get(i) instanceof Mark.Words);
    }

    private boolean goesOn(int previous, int i) {
        int number = wholeNumber(i);
        return number > 1 && wholeNumber(previous) == number - 1 && blank(i - 1) == blank(previous - 1);
    }

    private int wholeNumber(int i) {
        return numbered(lines.get(i))
                .map(match -> match.group(1))
                .filter(number -> Character.isDigit(number.charAt(number.length() - 1)) && number.indexOf('.') < 0)
                .map(Integer::parseInt)
                .orElse(-1);
    }

    /** Whether the line is a later item of a list that a goal, the heading of a list or a colon begins. */
    private boolean inList(int i) {
        int start = rows[i] == i ? -1 : before[rows[i]];
        return start >= 0
                && (isContent(marks.get(start)) || lines.get(start).text().endsWith(":"));
    }

    /** A short line between blank lines directly before the first goal of a section. */
    private Mark.@Nullable SectionHeading alone(int i) {
        SourceLine line = lines.get(i);
        int next = i + 1;
        while (next < lines.size() && blank(next)) {
            next++;
        }
        boolean first = next < lines.size()
                && marks.get(next) instanceof Mark.GoalStart goal
                && (goal.kind() == GoalKind.OVERALL_GOAL || goal.number().equals("1"));
        boolean apart = blank(i - 1) && (blank(i + 1) || line.emphasised());
        return named || !first || !apart || !Character.isUpperCase(line.text().charAt(0))
                ? null
                : new Mark.SectionHeading(SectionKind.OTHER, 1, "", line.text(), false);
    }

    private boolean blank(int i) {
        return i < 0 || i >= lines.size() || lines.get(i).blank();
    }

    private static boolean isShort(String text) {
        return text.chars().filter(c -> c == ' ').count() < MOST_SPACES
                && ".,;!?:".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private static Optional<Matcher> numbered(SourceLine line) {
        Matcher match = NUMBERED.matcher(line.text());
        return !line.bullet() && line.level() == 0 && match.matches() ? Optional.of(match) : Optional.empty();
    }

    private static boolean isRoman(Matcher match) {
        return !Character.isDigit(match.group(1).charAt(0));
    }
}
