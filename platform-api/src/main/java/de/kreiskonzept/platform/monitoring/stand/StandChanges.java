package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import de.kreiskonzept.platform.monitoring.stand.StandRows.SectionLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What became of the measures between two Stände. Every measure of both stands in exactly one line.
 *
 * @param sections those of the later Stand in their order, then those of the earlier one that only dropped measures stand in
 */
public record StandChanges(List<OfSection> sections) {

    /**
     * A section with what became of its measures.
     *
     * @param lines in the order of the later Stand, dropped ones last
     */
    public record OfSection(String number, String name, List<Line> lines) {
        /** Measures of which something can be told. */
        public List<Line> moved() {
            return lines.stream()
                    .filter(line -> line.movement() != Movement.SAME)
                    .toList();
        }

        /** Measures whose light is the same. */
        public List<Line> unmoved() {
            return lines.stream()
                    .filter(line -> line.movement() == Movement.SAME)
                    .toList();
        }

        private OfSection only(Movement movement) {
            return new OfSection(
                    number,
                    name,
                    lines.stream().filter(line -> line.movement() == movement).toList());
        }
    }

    /**
     * What became of one measure.
     *
     * @param measure as it is now; as it was where it is dropped
     * @param before what it lives on from, maybe several, empty where it is new
     */
    public record Line(MeasureLine measure, List<MeasureLine> before, Movement movement) {}

    /** How many measures moved how; movements that did not happen are left out. */
    public Map<Movement, Long> counts() {
        return counts(
                sections.stream().flatMap(section -> section.lines().stream()).toList());
    }

    /** Only the measures that moved like this, and only the sections with such. */
    StandChanges only(Movement movement) {
        return new StandChanges(sections.stream()
                .map(section -> section.only(movement))
                .filter(section -> !section.lines().isEmpty())
                .toList());
    }

    private static Map<Movement, Long> counts(Collection<Line> lines) {
        var counts = new EnumMap<Movement, Long>(Movement.class);
        lines.forEach(line -> counts.merge(line.movement(), 1L, Long::sum));
        return counts;
    }

    /**
     * Compares two Stände.
     *
     * @param descents which measures of the earlier version live on in which of the later one; a measure with the same id does in any case
     */
    static StandChanges of(StandRows before, StandRows after, List<Descent> descents) {
        Map<UUID, MeasureLine> old = byId(before.measures());
        Map<UUID, Set<UUID>> predecessors = new HashMap<>();
        descents.forEach(one -> predecessors
                .computeIfAbsent(one.successor(), _ -> new LinkedHashSet<>())
                .add(one.predecessor()));
        var lines = new LinkedHashMap<UUID, List<Line>>();
        var alive = new HashSet<UUID>();
        for (MeasureLine measure : after.measures()) {
            List<MeasureLine> from = Stream.concat(
                            Stream.of(measure.id()), predecessors.getOrDefault(measure.id(), Set.of()).stream())
                    .distinct()
                    .filter(old::containsKey)
                    .map(old::get)
                    .toList();
            from.forEach(one -> alive.add(one.id()));
            List<TrafficLight> lights =
                    from.stream().map(MeasureLine::trafficLight).toList();
            lines.computeIfAbsent(measure.sectionId(), _ -> new ArrayList<>())
                    .add(new Line(measure, from, Movement.of(lights, measure.trafficLight())));
        }
        before.measures().stream()
                .filter(one -> !alive.contains(one.id()))
                .forEach(one -> lines.computeIfAbsent(one.sectionId(), _ -> new ArrayList<>())
                        .add(new Line(one, List.of(one), Movement.DROPPED)));
        return new StandChanges(sections(before, after, lines));
    }

    private static List<OfSection> sections(StandRows before, StandRows after, Map<UUID, List<Line>> lines) {
        var sections = new LinkedHashMap<UUID, SectionLine>();
        Stream.concat(after.sections().stream(), before.sections().stream())
                .forEach(one -> sections.putIfAbsent(one.id(), one));
        return sections.values().stream()
                .filter(one -> lines.containsKey(one.id()))
                .map(one -> new OfSection(one.number(), one.name(), lines.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Map<UUID, MeasureLine> byId(List<MeasureLine> measures) {
        var known = new HashMap<UUID, MeasureLine>();
        measures.forEach(one -> known.put(one.id(), one));
        return known;
    }
}
