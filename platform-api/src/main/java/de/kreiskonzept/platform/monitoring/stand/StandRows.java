package de.kreiskonzept.platform.monitoring.stand;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.AmpelRows;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a Stand keeps: the words and lights of one version, without what was deleted. All values are texts, so that a later release
 * reads them as they were written.
 *
 * @param title of the concept
 * @param label of its version
 * @param statedGoals what the document says about itself; null where it says nothing, likewise the measures
 * @param sections in their order, parents before children
 * @param goals in their order, parents before children
 * @param measures in their order
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StandRows(
        String title,
        String label,
        @Nullable Integer statedGoals,
        @Nullable Integer statedMeasures,
        List<SectionLine> sections,
        List<GoalLine> goals,
        List<MeasureLine> measures) {

    /** A section with its number and name. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SectionLine(
            UUID id,
            @Nullable UUID parentId,
            String kind,
            String number,
            String name,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {}

    /** A goal with its number and text. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record GoalLine(
            UUID id, UUID sectionId, @Nullable UUID parentId, String kind, String number, String text) {}

    /**
     * A measure with its light.
     *
     * @param goalIds goals it serves
     * @param responsible line of the bodies it names, maybe empty
     * @param reason class of reason; null unless it is red and has one
     * @param justification of its light, maybe empty
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MeasureLine(
            UUID id,
            UUID sectionId,
            List<UUID> goalIds,
            String number,
            String text,
            String responsible,
            String light,
            @Nullable String reason,
            boolean counted,
            String justification) {
        /** Its light. */
        public TrafficLight trafficLight() {
            return TrafficLight.of(light);
        }

        /** Its class of reason; null where it has none. */
        public @Nullable ReasonClass reasonClass() {
            return reason == null ? null : ReasonClass.of(reason);
        }
    }

    /** The Ampel as it was. */
    public Ampel ampel() {
        return new AmpelRows(
                        title,
                        new StatedCounts(statedGoals, statedMeasures),
                        sections.stream().map(StandRows::row).toList(),
                        goals.stream()
                                .map(one -> new AmpelRows.GoalRow(
                                        one.id(),
                                        one.sectionId(),
                                        one.parentId(),
                                        GoalKind.of(one.kind()),
                                        one.number(),
                                        one.text()))
                                .toList(),
                        measures.stream()
                                .map(one -> new AmpelRows.MeasureRow(
                                        one.id(), one.sectionId(), one.trafficLight(), one.counted(), one.goalIds()))
                                .toList())
                .ampel();
    }

    private static AmpelRows.SectionRow row(SectionLine one) {
        return new AmpelRows.SectionRow(
                one.id(),
                one.parentId(),
                SectionKind.of(one.kind()),
                one.number(),
                one.name(),
                new StatedCounts(one.statedGoals(), one.statedMeasures()));
    }
}
