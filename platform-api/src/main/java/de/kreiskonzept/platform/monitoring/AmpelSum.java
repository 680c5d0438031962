package de.kreiskonzept.platform.monitoring;

import static java.util.Objects.requireNonNull;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the rows of one concept; used once. Each measure goes up the tree and leaves its number where it has been, so it counts once
 * in every goal above it, however many goals it serves. Plain loops, because this runs for every Ampel that anybody opens.
 */
final class AmpelSum {
    private final AmpelRows rows;
    private final Map<UUID, SectionSum> sections = new HashMap<>();
    private final Map<UUID, GoalSum> goals = new HashMap<>();
    private final List<SectionSum> top = new ArrayList<>();

    /** How many measures have which light; a {@link Tally} that can grow. */
    private static final class Lights {
        private int green;
        private int yellow;
        private int red;
        private int grey;
        private int notCounted;

        void add(MeasureRow measure) {
            if (!measure.counted()) {
                notCounted++;
                return;
            }
            switch (measure.light()) {
                case GREEN -> green++;
                case YELLOW -> yellow++;
                case RED -> red++;
                case GREY -> grey++;
            }
        }

        Tally tally() {
            return new Tally(green, yellow, red, grey, notCounted);
        }
    }

    private static final class SectionSum {
        private final SectionRow row;
        private final List<SectionSum> below = new ArrayList<>(0);
        private final List<GoalSum> goals = new ArrayList<>(1);
        private final Lights own = new Lights();
        private final Lights withoutGoal = new Lights();
        private int shared;
        private int visitor = -1;

        SectionSum(SectionRow row) {
            this.row = row;
        }
    }

    private static final class GoalSum {
        private final GoalRow row;
        private final List<GoalSum> below = new ArrayList<>(0);
        private final Lights own = new Lights();
        private final Lights all = new Lights();
        private @Nullable GoalSum above;
        private @Nullable SectionSum section;
        private int visitor = -1;

        GoalSum(GoalRow row) {
            this.row = row;
        }
    }

    AmpelSum(AmpelRows rows) {
        this.rows = rows;
        rows.sections().forEach(row -> sections.put(row.id(), new SectionSum(row)));
        rows.goals().forEach(row -> goals.put(row.id(), new GoalSum(row)));
        rows.sections().forEach(this::place);
        rows.goals().forEach(this::place);
        top.forEach(this::reach);
        for (int i = 0; i < rows.measures().size(); i++) {
            count(rows.measures().get(i), i);
        }
    }

    private void place(SectionRow row) {
        SectionSum section = requireNonNull(sections.get(row.id()));
        SectionSum above = row.parentId() == null ? null : sections.get(row.parentId());
        if (above != null) {
            above.below.add(section);
        } else if (row.parentId() == null) {
            top.add(section);
        }
    }

    private void place(GoalRow row) {
        GoalSum goal = requireNonNull(goals.get(row.id()));
        if (row.parentId() == null) {
            requireNonNull(sections.get(row.sectionId())).goals.add(goal);
        } else {
            goal.above = goals.get(row.parentId());
            if (goal.above != null) {
                goal.above.below.add(goal);
            }
        }
    }

    private void reach(SectionSum section) {
        section.goals.forEach(goal -> reach(goal, section));
        section.below.forEach(this::reach);
    }

    private static void reach(GoalSum goal, SectionSum section) {
        goal.section = section;
        goal.below.forEach(below -> reach(below, section));
    }

    private void count(MeasureRow measure, int visitor) {
        int served = 0;
        for (UUID id : measure.goalIds()) {
            GoalSum goal = goals.get(id);
            if (goal != null && goal.section != null) {
                served++;
                goal.own.add(measure);
                for (GoalSum at = goal; at != null && at.visitor != visitor; at = at.above) {
                    at.visitor = visitor;
                    at.all.add(measure);
                }
            }
        }
        SectionSum section = requireNonNull(sections.get(measure.sectionId()));
        section.own.add(measure);
        if (served == 0) {
            section.withoutGoal.add(measure);
        } else if (served > 1) {
            share(measure, visitor);
        }
    }

    private void share(MeasureRow measure, int visitor) {
        for (UUID id : measure.goalIds()) {
            GoalSum goal = goals.get(id);
            SectionSum section = goal == null ? null : goal.section;
            if (section != null && section.visitor != visitor) {
                section.visitor = visitor;
                section.shared++;
            }
        }
    }

    Ampel ampel() {
        var parts = new ArrayList<OfSection>(top.size());
        top.forEach(section -> parts.add(section(section, section.row.kind())));
        return Ampel.of(rows.title(), rows.stated(), parts);
    }

    private static OfSection section(SectionSum sum, SectionKind kind) {
        var below = new ArrayList<OfSection>(sum.below.size());
        var goals = new ArrayList<OfGoal>(sum.goals.size());
        Tally tally = sum.own.tally();
        int number = 0;
        for (SectionSum part : sum.below) {
            OfSection section = section(part, kind);
            below.add(section);
            tally = tally.add(section.figures().tally());
            number += section.figures().goals();
        }
        for (GoalSum goal : sum.goals) {
            goals.add(goal(goal));
            number += number(goal);
        }
        SectionRow row = sum.row;
        return new OfSection(
                row.id(),
                kind,
                row.number(),
                row.name(),
                new Figures(number, row.stated(), tally),
                goals,
                sum.withoutGoal.tally(),
                sum.shared,
                below);
    }

    private static OfGoal goal(GoalSum sum) {
        var below = new ArrayList<OfGoal>(sum.below.size());
        sum.below.forEach(goal -> below.add(goal(goal)));
        GoalRow row = sum.row;
        return new OfGoal(row.id(), row.kind(), row.number(), row.text(), sum.own.tally(), sum.all.tally(), below);
    }

    private static int number(GoalSum sum) {
        int number = sum.row.kind() == GoalKind.OVERALL_GOAL ? 0 : 1;
        for (GoalSum goal : sum.below) {
            number += number(goal);
        }
        return number;
    }
}
