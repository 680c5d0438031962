package de.kreiskonzept.model.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Costs as lines of text, and their sums. */
public final class Costs {
    private Costs() {}

    /**
     * A line that names no costs.
     *
     * @param number from 1
     */
    public record Unreadable(int number, String line) {}

    /**
     * What a text says.
     *
     * @param unreadable lines that name no costs
     */
    public record Read(List<Cost> costs, List<Unreadable> unreadable) {}

    /** Reads a line each, such as "jährlich 12.000 € ab 2026 bis 2028 (Personal)"; a semicolon ends a line, too. */
    public static Read read(String text) {
        var costs = new ArrayList<Cost>();
        var unreadable = new ArrayList<Unreadable>();
        List<String> lines = text.lines()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (String line : lines) {
            Optional<Cost> cost = CostText.find(line);
            cost.ifPresentOrElse(costs::add, () -> unreadable.add(new Unreadable(lines.indexOf(line) + 1, line)));
        }
        return new Read(List.copyOf(costs), List.copyOf(unreadable));
    }

    /** Lines that {@link #read} reads back, joined by these signs. */
    public static String text(List<Cost> costs, String between) {
        return String.join(between, costs.stream().map(CostText::print).toList());
    }

    /** An amount as it is printed: 1.234,50 €. */
    public static String euros(BigDecimal amount) {
        return CostText.euros(amount);
    }

    /**
     * Sums by budget year, from the first year that is named to the last one; yearly costs without a beginning or end count in each of
     * them. Empty where no year is named.
     */
    public static NavigableMap<Integer, BigDecimal> byYear(Collection<Cost> costs) {
        var years = new TreeSet<Integer>();
        for (Cost cost : costs) {
            if (cost.from() != null) {
                years.add(cost.from());
            }
            if (cost.until() != null) {
                years.add(cost.until());
            }
        }
        var sums = new TreeMap<Integer, BigDecimal>();
        if (!years.isEmpty()) {
            for (int year = years.first(); year <= years.last(); year++) {
                sums.put(year, in(costs, year));
            }
        }
        return sums;
    }

    /** What falls into one budget year. */
    public static BigDecimal in(Collection<Cost> costs, int year) {
        return costs.stream().map(cost -> cost.in(year)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sum of the costs that arise once in a year that is not known. */
    public static BigDecimal withoutYear(Collection<Cost> costs) {
        return costs.stream()
                .filter(cost -> cost.kind() == CostKind.ONCE && cost.from() == null)
                .map(Cost::euros)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
