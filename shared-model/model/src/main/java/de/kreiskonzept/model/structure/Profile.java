package de.kreiskonzept.model.structure;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The levels of a concept from the top down, and the rules it keeps. It says how things are called and numbered and what is proposed;
 * nothing of the content depends on it, so it may change at any time.
 *
 * @param template name of the template it was made from
 * @param levels 2 to 5, sections first, then goals, then measures
 */
public record Profile(String template, List<Level> levels, Set<Rule> rules) {
    /** Fewest levels. */
    public static final int FEWEST = 2;

    /** Most levels. */
    public static final int MOST = 5;

    /** @throws IllegalArgumentException if there are too few or too many levels, or they stand in another order */
    public Profile {
        levels = List.copyOf(levels);
        rules = Set.copyOf(rules);
        if (levels.size() < FEWEST || levels.size() > MOST) {
            throw new IllegalArgumentException("a concept has 2 to 5 levels");
        }
        if (!levels.getFirst().holdsSections()) {
            throw new IllegalArgumentException("a concept begins with sections");
        }
        List<Integer> ranks = levels.stream().map(Level::rank).toList();
        if (!ranks.equals(ranks.stream().sorted().toList())) {
            throw new IllegalArgumentException("sections stand above goals, goals above measures");
        }
        List<Part> once = levels.stream()
                .flatMap(level -> level.names().stream().map(PartName::part))
                .filter(part -> !part.isSection())
                .toList();
        if (Set.copyOf(once).size() != once.size()) {
            throw new IllegalArgumentException("goals of one kind and measures stand on one level");
        }
    }

    /** Whether the county has chosen it; otherwise it only holds the usual words. */
    public boolean isChosen() {
        return !template.equals(Templates.USUAL_NAME);
    }

    /**
     * What a section is called.
     *
     * @param depth 0 at the top
     */
    public PartName section(SectionKind kind, int depth) {
        if (kind != SectionKind.FIELD_AND_THEME) {
            return name(Part.of(kind), depth);
        }
        // A county that speaks of chapters alone calls it a chapter, too.
        boolean fields = named(part -> part == Part.FIELD_OF_ACTION).size() > 0;
        boolean others = named(part -> part == Part.OTHER).size() > 0;
        return name(fields || !others ? Part.FIELD_OF_ACTION : Part.OTHER, depth)
                .and(name(Part.CROSS_CUTTING_THEME, depth));
    }

    /** What a goal is called. */
    public PartName goal(GoalKind kind) {
        return name(Part.of(kind), 0);
    }

    /** Name and number of a goal, for example "Unterziel 3". */
    public String label(Goal goal) {
        return (goal(goal.kind()).singular() + " " + goal.number()).strip();
    }

    /** Name and number of a section. */
    public String label(Section section, int depth) {
        return (section(section.kind(), depth).singular() + " " + section.number()).strip();
    }

    /** Name and number of a measure. */
    public String label(Measure measure) {
        return (measure().singular() + " " + measure.number()).strip();
    }

    /** Words for sentences: any goal, a measure, an overall goal, sections of any kind; singular first, then plural. */
    public Object[] words() {
        PartName overall = goal(GoalKind.OVERALL_GOAL);
        return new Object[] {
            anyGoal().singular(), measure().singular(), overall.singular(), sections(PartName::singular),
            anyGoal().plural(), measure().plural(), overall.plural(), sections(PartName::plural)
        };
    }

    /** What a measure is called. */
    public PartName measure() {
        return name(Part.MEASURE, 0);
    }

    /** What goals are called that are no overall goals; the usual word where there are several kinds of them, or none. */
    public PartName goals() {
        List<PartName> all = named(part -> part.isGoal() && part != Part.OVERALL_GOAL);
        return all.size() == 1 ? all.getFirst() : Templates.usual(Part.GOAL);
    }

    /** What goals of any kind are called; the usual word where there are several kinds of them, or none. */
    public PartName anyGoal() {
        List<PartName> all = named(Part::isGoal);
        return all.size() == 1 ? all.getFirst() : Templates.usual(Part.GOAL);
    }

    /** What sections of any kind and depth are called, with a slash between. */
    public String sections(Function<PartName, String> number) {
        return named(Part::isSection).stream().map(number).distinct().collect(Collectors.joining(" / "));
    }

    /** What sections may be at a depth, as far as the county names something there; empty below the last such level. */
    public List<PartName> sectionsAt(int depth) {
        return depth < levels.size() && levels.get(depth).holdsSections()
                ? levels.get(depth).names()
                : List.of();
    }

    /** What goals may be right below a section, as far as the county names any. */
    public List<PartName> topGoals() {
        return levels.stream()
                .filter(Level::holdsGoals)
                .findFirst()
                .map(Level::names)
                .orElse(List.of());
    }

    /** What goals may be right below a goal, as far as the county names any. */
    public List<PartName> goalsBelow(GoalKind kind) {
        Part part = Part.of(kind);
        return levels.stream()
                .filter(Level::holdsGoals)
                .dropWhile(level -> level.find(part).isEmpty())
                .skip(1)
                .findFirst()
                .map(Level::names)
                .orElse(List.of());
    }

    /**
     * With one more name on a level.
     *
     * @throws IllegalArgumentException if it does not fit there
     */
    public Profile withName(int level, PartName name) {
        var changed = new ArrayList<>(levels);
        var names = new ArrayList<>(levels.get(level).names());
        names.add(name);
        changed.set(level, new Level(names));
        return with(changed, rules);
    }

    /**
     * With one more level above the one that stands at this place.
     *
     * @throws IllegalArgumentException if it does not fit there
     */
    public Profile withLevel(int place, PartName name) {
        var changed = new ArrayList<>(levels);
        changed.add(place, new Level(List.of(name)));
        return with(changed, rules);
    }

    /**
     * Without a name; its level goes with the last one.
     *
     * @throws IllegalArgumentException if too few levels are left
     */
    public Profile without(int level, Part part) {
        var changed = new ArrayList<>(levels);
        List<PartName> left = levels.get(level).names().stream()
                .filter(name -> name.part() != part)
                .toList();
        if (left.isEmpty()) {
            changed.remove(level);
        } else {
            changed.set(level, new Level(left));
        }
        return with(changed, rules);
    }

    /** The same template with other levels and rules. */
    public Profile with(List<Level> newLevels, Set<Rule> newRules) {
        return new Profile(isChosen() ? template : Templates.OWN_NAME, newLevels, newRules);
    }

    private List<PartName> named(Predicate<Part> which) {
        return levels.stream()
                .flatMap(level -> level.names().stream())
                .filter(name -> which.test(name.part()))
                .toList();
    }

    // The deepest name down to this depth; above the first one that holds the part, that one.
    private PartName name(Part part, int depth) {
        var found = new ArrayList<PartName>();
        for (int i = 0; i < levels.size(); i++) {
            Optional<PartName> here = levels.get(i).find(part);
            if (i <= depth || found.isEmpty()) {
                here.ifPresent(found::add);
            }
        }
        return found.isEmpty() ? Templates.usual(part) : found.getLast();
    }
}
