package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.measure.MeasureCard;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as programs read it.
 *
 * @param responsible all bodies in one line, as the concept writes it
 * @param bodies the same one by one
 * @param reach county, municipal or best_practice
 * @param kind do, examine, permanent_task or project; null where nothing is said
 * @param priority high, medium or low; null where nothing is said
 * @param timeFrame in German words such as "ab 2026", empty where nothing is said
 * @param beginsOn first day of the time frame, null where it names none; likewise the last day
 * @param partOf measure that this one is a part of; null where it is none
 * @param counted whether it counts in the evaluation
 * @param light green, yellow, red or grey; set by an assessment
 * @param reason why it is not pursued; null unless red
 * @param goalIds goals it serves; null in lists
 * @param version grows by one with each change of the measure and each assessment
 */
@Serdeable
@Schema(name = "Measure")
record MeasureView(
        String id,
        String sectionId,
        int position,
        String number,
        String text,
        String description,
        String responsible,
        List<BodyView> bodies,
        String reach,
        @Nullable String kind,
        @Nullable String priority,
        String category,
        String timeFrame,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        List<CostView> costs,
        @Nullable String partOf,
        boolean counted,
        String light,
        @Nullable String reason,
        @Nullable List<String> goalIds,
        Instant modifiedAt,
        long version) {
    /**
     * A body of a measure.
     *
     * @param role lead, participates or reports_to
     * @param organisationId organisation that the name means; null where nobody has said so yet
     */
    @Serdeable
    @Schema(name = "MeasureBody")
    record BodyView(String name, String role, @Nullable String organisationId) {
        static BodyView of(MeasureCard.Named named) {
            Organisation organisation = named.organisation();
            return new BodyView(
                    named.body().name(),
                    named.body().role().text(),
                    organisation == null ? null : organisation.id().toString());
        }
    }

    /**
     * Costs of a measure.
     *
     * @param kind once or yearly
     * @param fromYear budget year, null where it is not known
     * @param untilYear last budget year of yearly costs, null where there is none
     */
    @Serdeable
    @Schema(name = "MeasureCost")
    record CostView(
            String kind,
            BigDecimal euros,
            @Nullable Integer fromYear,
            @Nullable Integer untilYear,
            String note) {
        static CostView of(Cost cost) {
            return new CostView(cost.kind().text(), cost.euros(), cost.from(), cost.until(), cost.note());
        }
    }

    static MeasureView of(Measure measure, CurrentLight light, MeasureCard card, @Nullable List<Goal> goals) {
        MeasureDetail detail = card.said().detail();
        MeasureKind kind = detail.kind();
        Priority priority = detail.priority();
        UUID whole = card.said().partOf();
        return new MeasureView(
                measure.id().toString(),
                measure.sectionId().toString(),
                measure.position(),
                measure.number(),
                measure.text(),
                measure.description(),
                measure.responsible(),
                card.bodies().stream().map(BodyView::of).toList(),
                detail.reach().text(),
                kind == null ? null : kind.text(),
                priority == null ? null : priority.text(),
                detail.category(),
                detail.timeFrame().text(),
                detail.timeFrame().begins(),
                detail.timeFrame().ends(),
                detail.costs().stream().map(CostView::of).toList(),
                whole == null ? null : whole.toString(),
                light.counted(),
                light.light().text(),
                Answers.text(light.reason()),
                goals == null
                        ? null
                        : goals.stream().map(goal -> goal.id().toString()).toList(),
                measure.modifiedAt(),
                measure.version() + light.version());
    }
}
