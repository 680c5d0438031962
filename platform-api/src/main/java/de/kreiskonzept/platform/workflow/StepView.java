package de.kreiskonzept.platform.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.CriticalStep;
import de.kreiskonzept.model.workflow.Gathering;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as programs read it.
 *
 * @param parentId null for a step by itself
 * @param number as people say it: 4, or 4.1 for a part
 * @param from day, month or year as 31.12.2026, 12/2026 or 2026; null where it is not known, likewise until
 * @param state planned, under_way, done or dropped
 * @param after ids of the steps it waits for
 * @param late whether it should be finished by now
 * @param critical what its delay would move; null where it leaves time
 * @param ownerId account that looks after it, null where none does
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProcessStep")
record StepView(
        String id,
        @Nullable String parentId,
        String number,
        String title,
        String explanation,
        @Nullable String from,
        @Nullable String until,
        String state,
        boolean participation,
        String responsible,
        String evidence,
        List<String> after,
        boolean resolutionNeeded,
        String resolution,
        GatheringView gathering,
        boolean late,
        @Nullable CriticalView critical,
        @Nullable String ownerId,
        long version) {
    static StepView of(Timeline.Line line) {
        Step step = line.step();
        return new StepView(
                step.id().toString(),
                Answers.text(step.parentId()),
                line.number(),
                step.title(),
                step.explanation(),
                text(step.from()),
                text(step.until()),
                step.state().text(),
                step.participation(),
                step.responsible(),
                step.evidence(),
                step.precondition().after().stream().map(UUID::toString).toList(),
                step.precondition().resolutionNeeded(),
                step.precondition().resolution(),
                GatheringView.of(step.gathering()),
                line.late(),
                CriticalView.of(line.critical()),
                Answers.text(step.owner()),
                step.version());
    }

    /**
     * What the delay of a step would move.
     *
     * @param steps ids of the steps that would begin later
     * @param end whether the process would end later
     */
    @Serdeable
    @Schema(name = "ProcessCritical")
    record CriticalView(List<String> steps, boolean end) {
        static @Nullable CriticalView of(@Nullable CriticalStep critical) {
            return critical == null
                    ? null
                    : new CriticalView(
                            critical.moves().stream()
                                    .map(step -> step.id().toString())
                                    .toList(),
                            critical.movesEnd());
        }
    }

    /**
     * Who took part, and what came of it.
     *
     * @param invited null where nobody counted, likewise present
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ProcessGathering")
    record GatheringView(
            String participants,
            @Nullable Integer invited,
            @Nullable Integer present,
            String groups,
            String results) {
        static GatheringView of(Gathering gathering) {
            return new GatheringView(
                    gathering.participants(),
                    gathering.invited(),
                    gathering.present(),
                    gathering.groups(),
                    gathering.results());
        }
    }

    private static @Nullable String text(@Nullable Moment moment) {
        return moment == null ? null : moment.text();
    }
}
