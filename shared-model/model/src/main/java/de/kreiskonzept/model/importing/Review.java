package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through a finished outline for what does not fit together. */
public final class Review {
    private static final int NEAR = 3;
    private static final int WHOLE_TEXT = 0;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,4}");
    private final List<Deviation> deviations;

    Review(List<Deviation> deviations) {
        this.deviations = deviations;
    }

    /** What does not fit together in an outline: counts, sums, numbers, sections without goals. */
    public static List<Deviation> of(ConceptOutline outline) {
        var found = new ArrayList<Deviation>();
        new Review(found).check(outline, List.of());
        return found;
    }

    void check(ConceptOutline outline, List<SourceLine> contents) {
        counts("", WHOLE_TEXT, outline.countDifferences());
        sums(outline);
        boolean overallGoals = outline.sections().stream().anyMatch(Review::hasOverallGoal);
        outline.sections().forEach(section -> check(section, overallGoals));
        compareContents(outline, contents);
    }

    private void report(int line, DeviationKind kind, String excerpt) {
        deviations.add(new Deviation(line, kind, excerpt));
    }

    private void counts(String name, int line, List<StatedCounts.Difference> differences) {
        for (StatedCounts.Difference difference : differences) {
            DeviationKind kind = switch (difference.counted()) {
                case GOALS -> DeviationKind.STATED_GOALS_DIFFER;
                case MEASURES -> DeviationKind.STATED_MEASURES_DIFFER;
            };
            String numbers = difference.stated() + " / " + difference.real();
            report(line, kind, name.isEmpty() ? numbers : name + ": " + numbers);
        }
    }

    private void sums(ConceptOutline outline) {
        sum(outline, outline.stated().goals(), section -> section.stated().goals());
        sum(outline, outline.stated().measures(), section -> section.stated().measures());
    }

    private void sum(
            ConceptOutline outline, @Nullable Integer total, Function<OutlineSection, @Nullable Integer> stated) {
        if (total == null) {
            return;
        }
        int sum = 0;
        for (OutlineSection section : outline.sections()) {
            Integer part = stated.apply(section);
            if (part == null) {
                return;
            }
            sum += part;
        }
        if (sum != total && !outline.sections().isEmpty()) {
            report(WHOLE_TEXT, DeviationKind.STATED_SUM_DIFFERS, total + " / " + sum);
        }
    }

    private static boolean hasOverallGoal(OutlineSection section) {
        return section.goals().stream().anyMatch(goal -> goal.kind() == GoalKind.OVERALL_GOAL)
                || section.sections().stream().anyMatch(Review::hasOverallGoal);
    }

    private void check(OutlineSection section, boolean overallGoals) {
        counts(section.name(), section.line(), section.countDifferences());
        if (section.goals().isEmpty() && section.sections().isEmpty()) {
            report(section.line(), DeviationKind.SECTION_WITHOUT_GOAL, section.name());
        } else if (overallGoals && !hasOverallGoal(section)) {
            report(section.line(), DeviationKind.SECTION_WITHOUT_OVERALL_GOAL, section.name());
        }
        numbers(section.sections(), OutlineSection::number, OutlineSection::line);
        goalNumbers(section.goals());
        section.sections().forEach(below -> check(below, false));
    }

    /** Goals of different kinds are counted apart, even where they are siblings. */
    private void goalNumbers(List<OutlineGoal> goals) {
        for (GoalKind kind : GoalKind.values()) {
            List<OutlineGoal> ofKind =
                    goals.stream().filter(goal -> goal.kind() == kind).toList();
            numbers(ofKind, OutlineGoal::number, OutlineGoal::line);
        }
        for (OutlineGoal goal : goals) {
            numbers(goal.measures(), OutlineMeasure::number, OutlineMeasure::line);
            goalNumbers(goal.goals());
        }
    }

    /** Numbers of siblings: none twice, and whole numbers without a gap between neighbours. */
    private <T> void numbers(List<T> siblings, Function<T, String> number, Function<T, Integer> line) {
        Set<String> seen = new HashSet<>();
        int last = -1;
        for (T sibling : siblings) {
            String shown = number.apply(sibling);
            if (!shown.isEmpty() && !seen.add(shown)) {
                report(line.apply(sibling), DeviationKind.DUPLICATE_NUMBER, shown);
            }
            int value = WHOLE_NUMBER.matcher(shown).matches() ? Integer.parseInt(shown) : -1;
            if (last >= 0 && value > last + 1) {
                report(line.apply(sibling), DeviationKind.GAP_IN_NUMBERING, last + " … " + value);
            }
            last = value;
        }
    }

    private void compareContents(ConceptOutline outline, List<SourceLine> contents) {
        if (contents.isEmpty()) {
            return;
        }
        var headings = new ArrayList<String>();
        outline.texts().forEach(text -> headings.add(text.name()));
        headings(outline.sections(), headings);
        Set<String> exact = new HashSet<>();
        headings.forEach(heading -> exact.add(plain(heading)));
        for (SourceLine line : contents) {
            String entry = plain(line.entry());
            if (!exact.contains(entry)) {
                boolean near =
                        headings.stream().limit(500).anyMatch(heading -> Spelling.near(plain(heading), entry, NEAR));
                report(
                        line.number(),
                        near ? DeviationKind.CONTENTS_SPELLING : DeviationKind.CONTENTS_WITHOUT_SECTION,
                        line.entry());
            }
        }
    }

    private static void headings(List<OutlineSection> sections, List<String> headings) {
        for (OutlineSection section : sections) {
            String word = word(section.kind());
            headings.add((word + section.name()).strip());
            headings.add(section.name());
            headings(section.sections(), headings);
        }
    }

    private static String word(SectionKind kind) {
        return switch (kind) {
            case FIELD_OF_ACTION -> "Handlungsfeld ";
            case CROSS_CUTTING_THEME -> "Querschnittsthema ";
            case FIELD_AND_THEME -> "Handlungsfeld und Querschnittsthema ";
            case OTHER -> "Kapitel ";
        };
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.GERMAN).replaceFirst("^[0-9.]+ ", "");
    }
}
