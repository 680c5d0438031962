package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;

/** The steps of a process as events (RFC 5545): whole days, each with an id that stays, so that a second file replaces the first. */
public final class StepCalendar {
    private StepCalendar() {}

    /** An event for each step; those without any date and those that were dropped are left out. */
    public static List<VEvent> events(Timeline timeline) {
        return timeline.lines().stream()
                .filter(line -> line.step().state() != StepState.DROPPED)
                .filter(line -> line.step().from() != null || line.step().until() != null)
                .map(StepCalendar::event)
                .toList();
    }

    // A step without an end stands on the first days that are known; RFC 5545 ends a whole day on the day after.
    private static VEvent event(Timeline.Line line) {
        Step step = line.step();
        Moment until = Objects.requireNonNullElseGet(step.until(), () -> Objects.requireNonNull(step.from()));
        Moment from = Objects.requireNonNullElse(step.from(), until);
        var event = new VEvent(false);
        event.add(new Uid(step.id().toString()));
        event.add(new DtStamp(step.modifiedAt()));
        event.add(new DtStart<>(from.start()));
        event.add(new DtEnd<>(until.end().plusDays(1)));
        event.add(new Summary(line.number() + " " + step.title()));
        if (!step.explanation().isEmpty()) {
            event.add(new Description(step.explanation()));
        }
        return event;
    }
}
