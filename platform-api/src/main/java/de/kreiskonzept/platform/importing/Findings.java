package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The deviations of a text for a reader who wants to know what to do: grouped by how much they matter, then by kind.
 *
 * @param groups without empty ones, the most important first
 * @param number of all deviations
 */
public record Findings(List<Group> groups, int number) {
    private static final int MOST_PLACES = 100;

    /** How much a deviation matters. */
    public enum Weight {
        /** Someone should look. */
        CHECK,
        /** Taken over, but not as it stands in the text. */
        ADAPTED,
        /** Not taken over, and that is usually right. */
        LEFT_OUT;

        static Weight of(DeviationKind kind) {
            return switch (kind) {
                case EMPTY_TEXT, NO_SECTION, WORDING_DIFFERS, OUTSIDE_SECTION, MEASURE_WITHOUT_GOAL -> CHECK;
                case UNMARKED_MEASURE, EMPTY_ITEM, STATED_GOALS_DIFFER, STATED_MEASURES_DIFFER -> CHECK;
                case STATED_SUM_DIFFERS, DUPLICATE_NUMBER, GAP_IN_NUMBERING -> CHECK;
                case SECTION_WITHOUT_OVERALL_GOAL, SECTION_WITHOUT_GOAL, CONTENTS_WITHOUT_SECTION -> CHECK;
                case ASSUMED_SECTION, FORMULA_WITHOUT_VALUE, FAULTY_CELL, UNKNOWN_STATUS, UNREADABLE_DETAIL -> CHECK;
                case SIMILAR_MEASURE, UNUSED_TABLE, ROW_WITHOUT_NODE, UNKNOWN_CHAPTER -> CHECK;
                case MISSPELT_HEADING, LEFT_OVER_TEXT, UNPLACED_TEXT, REPEATED_HEADING -> ADAPTED;
                case CONTENTS_SPELLING, TEXT_TOO_LONG, FORMULA, MERGED_CELL, SECTION_FROM_TABLE -> ADAPTED;
                case FIELD_AND_THEME -> ADAPTED;
                case HEADING_WITHOUT_TEXT, TABLE_OF_CONTENTS, RUNNING_LINE, PAGE_NUMBERS -> LEFT_OUT;
                case WORDLESS_LINE, WORKED_EXAMPLE, UNUSED_COLUMN, EMPTY_ROWS, DOUBLE_MEASURE -> LEFT_OUT;
                case ONLY_ON_PAPER -> LEFT_OUT;
            };
        }
    }

    /**
     * Deviations that matter alike.
     *
     * @param number of all deviations of the group
     */
    public record Group(Weight weight, int number, List<Finding> findings) {}

    /**
     * Deviations of one kind.
     *
     * @param number of all of them
     * @param places the first 100
     */
    public record Finding(DeviationKind kind, int number, List<Place> places) {}

    /**
     * Where a deviation is.
     *
     * @param place for people; empty where it concerns the whole text
     * @param excerpt what it is about; empty where that is the place itself
     * @param source words that stand there; empty for the whole text
     */
    public record Place(String place, String excerpt, String source) {
        static Place of(Deviation deviation, Places places) {
            int line = deviation.line();
            String shown = new Deviation(line, deviation.kind(), places.words(line)).excerpt();
            return new Place(places.of(line), shown.contains(deviation.excerpt()) ? "" : deviation.excerpt(), shown);
        }
    }

    static Findings of(ParsedConcept parsed, Places places) {
        Map<DeviationKind, List<Deviation>> byKind = parsed.deviations().stream()
                .collect(Collectors.groupingBy(
                        Deviation::kind, () -> new EnumMap<>(DeviationKind.class), Collectors.toList()));
        List<Group> groups = Arrays.stream(Weight.values())
                .flatMap(weight -> group(weight, byKind, places).stream())
                .toList();
        return new Findings(groups, parsed.deviations().size());
    }

    private static Optional<Group> group(Weight weight, Map<DeviationKind, List<Deviation>> byKind, Places places) {
        List<Finding> findings = byKind.entrySet().stream()
                .filter(entry -> Weight.of(entry.getKey()) == weight)
                .map(entry -> new Finding(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .limit(MOST_PLACES)
                                .map(deviation -> Place.of(deviation, places))
                                .toList()))
                .toList();
        int number = findings.stream().mapToInt(Finding::number).sum();
        return findings.isEmpty() ? Optional.empty() : Optional.of(new Group(weight, number, findings));
    }

    /** Number of deviations that someone should look at. */
    public int toCheck() {
        return groups.stream()
                .filter(group -> group.weight() == Weight.CHECK)
                .mapToInt(Group::number)
                .sum();
    }
}
