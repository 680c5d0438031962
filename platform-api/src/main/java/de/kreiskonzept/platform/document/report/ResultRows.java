package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.Ampel.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which rows a result has on each level; without shared measures they add up to the row below them. */
final class ResultRows {
    private final Profile profile;
    private final Texts texts;
    private final Ampel ampel;

    ResultRows(Profile profile, Ampel ampel, Texts texts) {
        this.profile = profile;
        this.ampel = ampel;
        this.texts = texts;
    }

    /**
     * A row.
     *
     * @param label short name
     * @param text the rest of it, maybe empty
     * @param colour one for all of it, in words; empty where it has none
     */
    record Row(String label, String text, Tally tally, String colour) {}

    /** The row of a part that has one colour. */
    Row row(String label, String text, Place place) {
        return new Row(label, text, place.tally(), colour(place));
    }

    private String colour(Place place) {
        var aggregate = place.aggregate();
        String word = texts.text(aggregate.light().wordKey());
        return aggregate.override() == null
                ? word
                : word + ", "
                        + texts.text(
                                "aggregate.byHand",
                                texts.text(aggregate.computed().wordKey()));
    }

    /** The kinds of top sections. */
    List<Row> kinds(Ampel ampel) {
        return ampel.kinds().stream()
                .filter(kind -> kind.sections() > 0)
                .map(kind -> new Row(
                        profile.section(kind.kind(), 0).plural(),
                        "",
                        kind.figures().tally(),
                        ""))
                .toList();
    }

    /** Sections of one level. */
    List<Row> sections(List<OfSection> sections) {
        return sections.stream()
                .map(section -> row(name(section), "", ampel.place(section)))
                .toList();
    }

    /** The goals of a section itself, its measures without a goal, and the sections below it. */
    List<Row> inside(OfSection section) {
        return Stream.concat(own(section).stream(), sections(section.sections()).stream())
                .toList();
    }

    /** The goals of a section itself and its measures without a goal. */
    List<Row> own(OfSection section) {
        var rows = new ArrayList<Row>();
        goals(section.goals(), rows);
        if (section.withoutGoal().total() > 0) {
            String name = texts.text(
                    "monitoring.goal.without",
                    profile.measure().plural(),
                    profile.anyGoal().singular());
            rows.add(new Row(name, "", section.withoutGoal(), ""));
        }
        return rows;
    }

    private void goals(List<OfGoal> goals, List<Row> rows) {
        for (int i = 0; i < goals.size(); i++) {
            OfGoal goal = goals.get(i);
            String label = label(goal, i);
            if (goal.goals().isEmpty()) {
                rows.add(row(label, goal.text(), ampel.place(goal)));
            } else if (goal.own().total() > 0) {
                String name =
                        texts.text("monitoring.goal.directly", profile.measure().plural(), label);
                rows.add(new Row(name, goal.text(), goal.own(), ""));
            }
            goals(goal.goals(), rows);
        }
    }

    /** Name of a goal with its number, or with its place where it has none. */
    String label(OfGoal goal, int place) {
        String number = goal.number().isBlank() ? String.valueOf(place + 1) : goal.number();
        return profile.goal(goal.kind()).singular() + " " + number;
    }

    /** Number and name of a section. */
    static String name(OfSection section) {
        return (section.number() + " " + section.name()).strip();
    }

    /** All goals of a section itself with their names, parents first. */
    Stream<Named> named(List<OfGoal> goals) {
        return Stream.iterate(0, i -> i < goals.size(), i -> i + 1)
                .flatMap(i -> Stream.concat(
                        Stream.of(new Named(label(goals.get(i), i), goals.get(i))),
                        named(goals.get(i).goals())));
    }

    /** A goal with its name. */
    record Named(String label, OfGoal goal) {}
}
