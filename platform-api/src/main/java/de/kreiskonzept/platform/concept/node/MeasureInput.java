package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.CostKind;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What programs send for a measure; what is missing is empty.
 *
 * @param sectionId needed for a new measure; not changed later
 * @param responsible all bodies in one line; without effect where bodies are sent
 * @param bodies the same one by one
 * @param timeFrame in German words such as "ab 2026", "03/2026 bis 12/2027", "laufend"
 * @param partOf measure of the same version that this one is a part of
 * @param goalIds goals of the same version that it serves
 */
@Serdeable
@Schema(name = "MeasureInput")
record MeasureInput(
        @Nullable UUID sectionId,
        @Schema(maxLength = TextLimits.NUMBER) @Nullable String number,

        @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
        String text,

        @Schema(maxLength = TextLimits.TEXT) @Nullable String description,
        @Schema(maxLength = TextLimits.BODIES) @Nullable String responsible,
        @Nullable List<BodyInput> bodies,
        @Nullable String reach,
        @Nullable String kind,
        @Nullable String priority,

        @Schema(maxLength = MeasureDetail.CATEGORY) @Nullable
        String category,

        @Schema(maxLength = TextLimits.NAME) @Nullable String timeFrame,
        @Nullable List<CostInput> costs,
        @Nullable UUID partOf,
        @Nullable List<String> goalIds) {
    /** A line that names no costs, so that the check says which field is wrong. */
    private static final String NO_COSTS = "?";

    /**
     * A body that a measure names.
     *
     * @param role lead, participates or reports_to
     */
    @Serdeable
    @Schema(name = "MeasureBodyInput")
    record BodyInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Nullable String role) {}

    /**
     * Costs of a measure.
     *
     * @param kind once or yearly
     */
    @Serdeable
    @Schema(name = "MeasureCostInput")
    record CostInput(
            @Nullable String kind,
            @Nullable BigDecimal euros,
            @Nullable Integer fromYear,
            @Nullable Integer untilYear,
            @Schema(maxLength = TextLimits.NAME) @Nullable String note) {
        String line() {
            if (kind == null || CostKind.find(kind).isEmpty() || euros == null) {
                return NO_COSTS;
            }
            try {
                var cost = new Cost(CostKind.of(kind), euros, fromYear, untilYear, Answers.text(note, ""));
                return Costs.text(List.of(cost), "");
            } catch (IllegalArgumentException e) {
                return NO_COSTS;
            }
        }
    }

    NodeForm form() {
        return new NodeForm(
                "",
                Answers.text(number, ""),
                "",
                Answers.text(text, ""),
                Answers.text(description, ""),
                bodies == null ? Answers.text(responsible, "") : line(bodies),
                "",
                "",
                goalIds == null ? List.of() : goalIds,
                new MeasureForm(
                        Answers.text(timeFrame, ""),
                        Answers.text(reach, ""),
                        Answers.text(kind, ""),
                        Answers.text(priority, ""),
                        Answers.text(category, ""),
                        costs == null
                                ? ""
                                : costs.stream().map(CostInput::line).collect(Collectors.joining("\n")),
                        Answers.text(partOf, "")));
    }

    private static String line(List<BodyInput> bodies) {
        try {
            return new BodyList(bodies.stream()
                            .map(body -> new Body(
                                    Answers.text(body.name(), "").strip(),
                                    BodyRole.of(Answers.text(body.role(), BodyRole.PARTICIPATES.text()))))
                            .toList())
                    .text();
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "concept.refused.bodies");
        }
    }
}
