package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.monitoring.Aggregate;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.model.monitoring.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the measures of a concept stand, added up. A measure counts once in its section and once in the total, also where it serves
 * several goals; the total is the sum of the kinds and the sum of the top sections.
 *
 * @param title of the concept
 * @param total of everything shown
 * @param kinds one for each kind with which top sections stand or are named; what is only named there is not counted there
 * @param sections top sections in their order
 * @param aggregates how the parts are coloured
 */
public record Ampel(String title, Figures total, List<OfKind> kinds, List<OfSection> sections, Aggregates aggregates) {

    /**
     * What is known about the size of a part and how its measures stand.
     *
     * @param goals real number of goals that are no overall goals
     * @param stated what the document says about its size
     * @param tally lights of the measures
     */
    public record Figures(int goals, StatedCounts stated, Tally tally) {
        /** Warnings where the document states other numbers than there are. */
        public List<StatedCounts.Difference> differences() {
            return stated.differences(goals, tally.total());
        }

        private static Figures sum(List<Figures> parts, StatedCounts stated) {
            return new Figures(
                    parts.stream().mapToInt(Figures::goals).sum(),
                    stated,
                    parts.stream().map(Figures::tally).reduce(Tally.EMPTY, Tally::add));
        }
    }

    /**
     * All top sections of one kind.
     *
     * @param sections how many
     */
    public record OfKind(SectionKind kind, int sections, Figures figures) {}

    /**
     * A section with what is below it.
     *
     * @param kind of its top section
     * @param number display text, maybe empty
     * @param figures of the section and of all sections below it
     * @param goals top goals of the section itself
     * @param withoutGoal measures of the section itself that serve no goal
     * @param shared measures listed at more than one goal, at least one of them in the section itself; where it is not 0, the goals
     *     add up to more than the section
     */
    public record OfSection(
            UUID id,
            SectionKind kind,
            String number,
            String name,
            Figures figures,
            List<OfGoal> goals,
            Tally withoutGoal,
            int shared,
            List<OfSection> sections) {

        /** This section and all below it, parents first. */
        public Stream<OfSection> all() {
            return Stream.concat(Stream.of(this), sections.stream().flatMap(OfSection::all));
        }
    }

    /**
     * A goal with the goals below it.
     *
     * @param number display text, maybe empty
     * @param own measures that serve this very goal
     * @param tally measures that serve it or a goal below it, each once
     */
    public record OfGoal(
            UUID id, GoalKind kind, String number, String text, Tally own, Tally tally, List<OfGoal> goals) {
        /** This goal and all below it, parents first. */
        public Stream<OfGoal> all() {
            return Stream.concat(Stream.of(this), goals.stream().flatMap(OfGoal::all));
        }
    }

    /** The Ampel of these top sections; the statement about the whole is the concept's own. */
    static Ampel of(String title, StatedCounts stated, List<OfSection> sections) {
        List<OfKind> kinds = SectionKind.homes().stream()
                .map(kind -> ofKind(kind, sections))
                .flatMap(Optional::stream)
                .toList();
        return new Ampel(title, Figures.sum(figures(sections), stated), kinds, sections, Aggregates.NONE);
    }

    /** The same numbers in other colours. */
    public Ampel with(Aggregates colours) {
        return new Ampel(title, total, kinds, sections, colours);
    }

    /**
     * A part that has one colour.
     *
     * @param id of the section or goal; {@link Aggregates#WHOLE} for everything together
     */
    public record Place(UUID id, Level level, String name, Tally tally, Aggregate aggregate) {}

    /** What a part with one colour is. */
    public enum Level {
        /** Everything together. */
        WHOLE,
        /** A section with what is below it. */
        SECTION,
        /** A goal with the goals below it. */
        GOAL;

        /** Text in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything together. */
    public Place whole() {
        return place(Aggregates.WHOLE, Level.WHOLE, title, total.tally());
    }

    /** A section as a part with one colour. */
    public Place place(OfSection section) {
        return place(
                section.id(),
                Level.SECTION,
                words(section.number(), section.name()),
                section.figures().tally());
    }

    /** A goal as a part with one colour. */
    public Place place(OfGoal goal) {
        return place(goal.id(), Level.GOAL, words(goal.number(), goal.text()), goal.tally());
    }

    private Place place(UUID id, Level level, String name, Tally tally) {
        return new Place(id, level, name, tally, aggregates.of(id, tally));
    }

    private static String words(String number, String name) {
        return number.isEmpty() ? name : number + " " + name;
    }

    /** Every part that has one colour: the whole, then each section with its goals. */
    public Stream<Place> places() {
        return Stream.concat(
                Stream.of(whole()),
                sections.stream()
                        .flatMap(OfSection::all)
                        .flatMap(section -> Stream.concat(
                                Stream.of(place(section)),
                                section.goals().stream().flatMap(OfGoal::all).map(this::place))));
    }

    /** The parts whose colour a person has set. */
    public List<Place> overridden() {
        return places().filter(place -> place.aggregate().override() != null).toList();
    }

    /**
     * What the filter leaves of it, with totals of its own.
     *
     * @throws Refusal 404 where the section of the filter does not exist
     */
    public Ampel shown(AmpelFilter filter) {
        if (filter.isEmpty()) {
            return this;
        }
        List<OfSection> left = sections.stream()
                .filter(section -> filter.kind() == null || section.kind().belongsTo(filter.kind()))
                .toList();
        UUID only = filter.section();
        if (only != null) {
            left = left.stream()
                    .flatMap(OfSection::all)
                    .filter(section -> section.id().equals(only))
                    .toList();
        }
        if (only != null && left.isEmpty()) {
            throw Refusal.notFound();
        }
        return of(title, stated(figures(left)), left).with(aggregates.withoutWhole());
    }

    private static Optional<OfKind> ofKind(SectionKind kind, List<OfSection> sections) {
        List<Figures> parts = sections.stream()
                .filter(section -> section.kind().home() == kind)
                .map(OfSection::figures)
                .toList();
        boolean named = sections.stream().anyMatch(section -> section.kind().isAlso(kind));
        return parts.isEmpty() && !named
                ? Optional.empty()
                : Optional.of(new OfKind(kind, parts.size(), Figures.sum(parts, stated(parts))));
    }

    private static List<Figures> figures(List<OfSection> sections) {
        return sections.stream().map(OfSection::figures).toList();
    }

    /** What several parts state together: nothing, unless each of them states something. */
    static StatedCounts stated(List<Figures> parts) {
        return new StatedCounts(sum(parts, StatedCounts::goals), sum(parts, StatedCounts::measures));
    }

    private static @Nullable Integer sum(List<Figures> parts, Function<StatedCounts, @Nullable Integer> number) {
        int sum = 0;
        for (Figures part : parts) {
            Integer stated = number.apply(part.stated());
            if (stated == null) {
                return null;
            }
            sum += stated;
        }
        return parts.isEmpty() ? null : Integer.valueOf(sum);
    }
}
