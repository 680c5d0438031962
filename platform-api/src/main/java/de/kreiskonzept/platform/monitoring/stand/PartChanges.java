package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the sections and goals between two Stände, each in exactly one line.
 *
 * @param sections top sections of the later Stand in their order, then dropped ones
 * @param goals goals of the later Stand that have no goal below them, then dropped ones
 */
public record PartChanges(List<Line> sections, List<Line> goals) {
    /**
     * What became of one part.
     *
     * @param before what it lives on from, maybe several, empty where it is new
     * @param after null where it is dropped
     */
    public record Line(
            Part part, List<Part> before, @Nullable Tally after, Movement movement) {}

    /**
     * A section or goal.
     *
     * @param place name of the section that a goal stands in; empty for a section
     * @param name number and words
     */
    public record Part(UUID id, String place, String name, Tally tally) {}

    /** Compares two Stände; a part with the same id lives on in any case. */
    static PartChanges of(Ampel before, Ampel after, List<Descent> sections, List<Descent> goals) {
        return new PartChanges(
                lines(sections(before), sections(after), sections), lines(goals(before), goals(after), goals));
    }

    private static List<Line> lines(Map<UUID, Part> old, Map<UUID, Part> now, List<Descent> descents) {
        var lines = new ArrayList<Line>();
        var dropped = new LinkedHashMap<>(old);
        for (Part part : now.values()) {
            List<Part> from = Stream.concat(
                            Stream.of(part.id()),
                            descents.stream()
                                    .filter(one -> one.successor().equals(part.id()))
                                    .map(Descent::predecessor))
                    .distinct()
                    .filter(old::containsKey)
                    .map(old::get)
                    .toList();
            from.forEach(one -> dropped.remove(one.id()));
            List<Tally> tallies = from.stream().map(Part::tally).toList();
            lines.add(new Line(part, from, part.tally(), Movement.ofShares(tallies, part.tally())));
        }
        dropped.values().forEach(one -> lines.add(new Line(one, List.of(one), null, Movement.DROPPED)));
        return List.copyOf(lines);
    }

    private static Map<UUID, Part> sections(Ampel ampel) {
        var parts = new LinkedHashMap<UUID, Part>();
        ampel.sections()
                .forEach(one -> parts.put(
                        one.id(),
                        new Part(
                                one.id(),
                                "",
                                name(one.number(), one.name()),
                                one.figures().tally())));
        return parts;
    }

    private static Map<UUID, Part> goals(Ampel ampel) {
        var parts = new LinkedHashMap<UUID, Part>();
        ampel.sections().stream()
                .flatMap(OfSection::all)
                .forEach(section -> section.goals().stream()
                        .flatMap(PartChanges::lowest)
                        .forEach(goal -> parts.put(
                                goal.id(),
                                new Part(goal.id(), section.name(), name(goal.number(), goal.text()), goal.tally()))));
        return parts;
    }

    private static Stream<OfGoal> lowest(OfGoal goal) {
        return goal.goals().isEmpty() ? Stream.of(goal) : goal.goals().stream().flatMap(PartChanges::lowest);
    }

    private static String name(String number, String words) {
        return (number + " " + words).strip();
    }
}
