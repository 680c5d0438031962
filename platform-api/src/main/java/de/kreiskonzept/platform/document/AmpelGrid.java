package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Aggregate;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.Ampel.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Ampel as one table: total, kinds, sections with their goals, each a row that can be filtered by its level. */
public final class AmpelGrid {
    private final Ampel ampel;
    private final Profile profile;
    private final Texts texts;
    private final List<List<Object>> rows = new ArrayList<>();

    private AmpelGrid(Ampel ampel, Profile profile, Texts texts) {
        this.ampel = ampel;
        this.profile = profile;
        this.texts = texts;
    }

    /** All levels of an Ampel. */
    public static Grid of(Ampel ampel, Profile profile, Texts texts) {
        var grid = new AmpelGrid(ampel, profile, texts);
        grid.add(
                texts.text("document.ampel.level.total"),
                List.of("", "", "", ampel.title()),
                ampel.total(),
                ampel.whole());
        ampel.kinds().forEach(kind -> {
            String name = grid.kind(kind.kind());
            grid.add(texts.text("document.ampel.level.kind"), List.of(name, "", "", name), kind.figures(), null);
        });
        ampel.sections().forEach(grid::section);
        return new Grid(texts.text("document.ampel.sheet"), grid.head(), grid.rows);
    }

    private List<String> head() {
        Stream<String> names = Stream.of("level", "kind", "section", "number", "name");
        Stream<String> lights = Stream.of(TrafficLight.values()).map(light -> texts.text(light.wordKey()));
        Stream<String> shares = Stream.of(TrafficLight.values())
                .map(light -> texts.text("document.ampel.column.percent", texts.text(light.wordKey())));
        return Stream.of(
                        names.map(name -> texts.text("document.ampel.column." + name)),
                        lights,
                        Stream.of(
                                texts.text("document.ampel.column.counted"),
                                texts.text("document.ampel.column.notCounted")),
                        shares,
                        Stream.of("stated", "colour", "computed", "reason")
                                .map(name -> texts.text("document.ampel.column." + name)))
                .flatMap(part -> part)
                .toList();
    }

    private void section(OfSection section) {
        String kind = kind(section.kind());
        add(
                texts.text("document.ampel.level.section"),
                List.of(kind, section.name(), section.number(), section.name()),
                section.figures(),
                ampel.place(section));
        section.goals().forEach(goal -> goal(kind, section.name(), goal));
        if (section.withoutGoal().total() > 0) {
            String name = texts.text(
                    "document.ampel.withoutGoal",
                    profile.measure().plural(),
                    profile.anyGoal().singular());
            add(
                    texts.text(
                            "document.ampel.level.without_goal",
                            profile.anyGoal().singular()),
                    List.of(kind, section.name(), "", name),
                    new Figures(0, StatedCounts.NONE, section.withoutGoal()),
                    null);
        }
        section.sections().forEach(this::section);
    }

    private void goal(String kind, String section, OfGoal goal) {
        add(
                profile.goal(goal.kind()).singular(),
                List.of(kind, section, goal.number(), goal.text()),
                new Figures(0, StatedCounts.NONE, goal.tally()),
                ampel.place(goal));
        goal.goals().forEach(below -> goal(kind, section, below));
    }

    private void add(String level, List<String> names, Figures figures, @Nullable Place place) {
        Tally tally = figures.tally();
        Integer stated = figures.stated().measures();
        var row = new ArrayList<Object>();
        row.add(level);
        row.addAll(names);
        Stream.of(TrafficLight.values()).forEach(light -> row.add(tally.count(light)));
        row.add(tally.counted());
        row.add(tally.notCounted());
        for (TrafficLight light : TrafficLight.values()) {
            row.add(tally.sharesOfCounted()
                    .<Object>map(shares -> shares.percent(light))
                    .orElse(""));
        }
        row.add(stated == null ? "" : stated);
        row.addAll(place == null ? List.of("", "", "") : colours(place.aggregate()));
        rows.add(row);
    }

    /** The colour that holds, the one by the rule, and why a person has set another. */
    private List<String> colours(Aggregate aggregate) {
        AggregateOverride set = aggregate.override();
        return List.of(
                texts.text(aggregate.light().wordKey()),
                texts.text(aggregate.computed().wordKey()),
                set == null ? "" : set.reason());
    }

    private String kind(SectionKind kind) {
        return profile.section(kind, 0).plural();
    }
}
