package de.kreiskonzept.platform.monitoring.stand;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Aggregate;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.AmpelRows;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusLine;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param rule how lights became one colour; null in a Stand from before there were such colours, likewise the colours
 * @param aggregates colours of the whole, of each section and of each goal
 * @param statuses what the county called the states then; null or empty where it had no names of its own
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
        List<MeasureLine> measures,
        @Nullable RuleLine rule,
        @Nullable List<AggregateLine> aggregates,
        @Nullable List<StatusLine> statuses) {

    /** How lights became one colour, with shares in per cent. */
    @Serdeable
    public record RuleLine(String kind, int green, int red, int assessed) {
        static RuleLine of(AggregateRule rule) {
            return new RuleLine(rule.kind().text(), rule.green(), rule.red(), rule.assessed());
        }

        AggregateRule rule() {
            return new AggregateRule(AggregateRule.Kind.of(kind), green, red, assessed);
        }
    }

    /**
     * The colour of a part.
     *
     * @param id of the section or goal; {@link Aggregates#WHOLE} for everything together
     * @param level whole, section or goal
     * @param computed what the rule gave
     * @param light the one that held: what a person had set where there is a reason, else the computed one
     * @param reason null where nobody had set anything, likewise who and when
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AggregateLine(
            UUID id,
            String level,
            String computed,
            String light,
            @Nullable String reason,
            @Nullable String setBy,
            @Nullable Instant setAt) {
        static AggregateLine of(Ampel.Place place) {
            Aggregate colour = place.aggregate();
            AggregateOverride set = colour.override();
            return new AggregateLine(
                    place.id(),
                    place.level().text(),
                    colour.computed().text(),
                    colour.light().text(),
                    set == null ? null : set.reason(),
                    set == null ? null : set.author(),
                    set == null ? null : set.at());
        }

        private @Nullable AggregateOverride override() {
            return reason == null || setBy == null || setAt == null
                    ? null
                    : new AggregateOverride(TrafficLight.of(light), reason, setBy, setAt);
        }
    }

    /** The same with what a round says about which measures count. */
    StandRows withCounted(Map<UUID, Boolean> counted) {
        return new StandRows(
                title,
                label,
                statedGoals,
                statedMeasures,
                sections,
                goals,
                measures.stream()
                        .map(one -> one.withCounted(counted.getOrDefault(one.id(), one.counted())))
                        .toList(),
                rule,
                aggregates,
                statuses);
    }

    /** The same with the colours that its parts have now. */
    StandRows with(Aggregates colours) {
        return new StandRows(
                title,
                label,
                statedGoals,
                statedMeasures,
                sections,
                goals,
                measures,
                RuleLine.of(colours.rule()),
                ampel().with(colours).places().map(AggregateLine::of).toList(),
                statuses);
    }

    /** What the county called the states then. */
    public StatusVocabulary vocabulary() {
        return statuses == null ? StatusVocabulary.USUAL : StatusLine.vocabulary(statuses);
    }

    private Aggregates colours() {
        if (rule == null || aggregates == null) {
            return Aggregates.NONE;
        }
        var overrides = new HashMap<UUID, AggregateOverride>();
        var fixed = new HashMap<UUID, TrafficLight>();
        for (AggregateLine line : aggregates) {
            fixed.put(line.id(), TrafficLight.of(line.computed()));
            AggregateOverride set = line.override();
            if (set != null) {
                overrides.put(line.id(), set);
            }
        }
        return new Aggregates(rule.rule(), overrides, fixed);
    }

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
     * @param status name under which its light was given; null or empty for the word of the colour
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
            String justification,
            @Nullable String status) {
        /** Name under which its light was given; empty for the word of the colour. */
        public String name() {
            return status == null ? "" : status;
        }

        private MeasureLine withCounted(boolean counts) {
            return new MeasureLine(
                    id, sectionId, goalIds, number, text, responsible, light, reason, counts, justification, status);
        }

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
                .ampel()
                .with(colours());
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
