package de.kreiskonzept.foundation.database;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two shapes of the same schema, an earlier and a later one.
 *
 * @param before lines of workspace-shape.sql and of the changelog
 * @param after the same, later
 */
record ShapeChange(Set<String> before, Set<String> after) {
    private static final Pattern PLACE =
            Pattern.compile("^(?:column|constraint|policy|trigger) (\\w+)\\.(\\w+) ?(.*)$");
    /** Rows of these are remembered as JSON by an import and put back as they were: what they lack is empty then, default or not. */
    private static final Set<String> REMEMBERED =
            Set.of("concept_measure_detail", "concept_measure_cost", "concept_goal_measure");

    private static final Pattern UNIQUE = Pattern.compile("^index CREATE UNIQUE INDEX \\w+ ON (\\w+) (.*)$");

    /**
     * The lines that a program made for the earlier shape would trip over in the later one: what it uses and is gone, and what the later
     * one demands of tables that it writes.
     */
    List<String> breaking() {
        return Stream.concat(
                        minus(before, after).filter(ShapeChange::isUsed),
                        minus(after, before).filter(this::isDemanded))
                .toList();
    }

    private static Stream<String> minus(Set<String> some, Set<String> others) {
        return new TreeSet<>(some).stream().filter(line -> !others.contains(line));
    }

    /** Rules and indexes may go, but not those that ON CONFLICT names. */
    private static boolean isUsed(String line) {
        return switch (word(line)) {
            case "index" -> UNIQUE.matcher(line).matches();
            case "constraint" -> line.contains(" UNIQUE ") || line.contains(" PRIMARY KEY ");
            default -> true;
        };
    }

    private boolean isDemanded(String line) {
        return switch (word(line)) {
            case "column" -> isOfOldTable(line) && line.contains(" not null") && !isFilledAnyway(line);
            case "constraint" -> isOfOldTable(line) && namesOldColumn(table(line), rule(line));
            case "policy", "trigger" -> isOfOldTable(line);
            case "index" -> isDemandedOfOldColumns(line);
            default -> false;
        };
    }

    private static boolean isFilledAnyway(String line) {
        return line.contains(" default ") && !REMEMBERED.contains(table(line));
    }

    private boolean isDemandedOfOldColumns(String line) {
        var unique = UNIQUE.matcher(line);
        return unique.matches() && hasTable(unique.group(1)) && namesOldColumn(unique.group(1), unique.group(2));
    }

    private boolean isOfOldTable(String line) {
        return hasTable(table(line));
    }

    private boolean hasTable(String table) {
        return before.stream().anyMatch(line -> line.startsWith("table " + table + " "));
    }

    private boolean namesOldColumn(String table, String rule) {
        var columns = before.stream()
                .filter(line -> line.startsWith("column " + table + "."))
                .map(line -> line.split("[. ]")[2])
                .collect(Collectors.joining("|"));
        return Pattern.compile("\\b(" + columns + ")\\b").matcher(rule).find();
    }

    private static String word(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String table(String line) {
        return PLACE.matcher(line).replaceFirst("$1");
    }

    /** Without the columns of the other table that a foreign key names. */
    private static String rule(String line) {
        return PLACE.matcher(line).replaceFirst("$3").replaceFirst(" REFERENCES .*", "");
    }
}
