package de.kreiskonzept.platform.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.monitoring.Aggregate;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfKind;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Ampel as programs read it.
 *
 * @param title of the concept; null where the county has none, then all numbers are 0 and all lists empty
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Ampel")
public record AmpelView(
        @Nullable String title,
        RuleView rule,
        AggregateView aggregate,
        FiguresView total,
        List<KindView> kinds,
        List<SectionView> sections) {
    /**
     * How lights become one colour.
     *
     * @param rule worst, majority or share
     * @param green per cent of green in what is assessed from which the colour is green; for share only, likewise red
     * @param assessed per cent of what counts that must be assessed, else the colour is grey
     */
    @Serdeable
    @Schema(name = "AggregateRule")
    public record RuleView(String rule, int green, int red, int assessed) {
        /** The rule as programs read it. */
        public static RuleView of(AggregateRule rule) {
            return new RuleView(rule.kind().text(), rule.green(), rule.red(), rule.assessed());
        }
    }

    /**
     * One colour for several measures.
     *
     * @param light that holds
     * @param computed what the rule gives
     * @param override what a person has set instead, null where nobody has
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Aggregate")
    record AggregateView(
            String light, String computed, @Nullable OverrideView override) {
        static AggregateView of(Aggregate aggregate) {
            AggregateOverride set = aggregate.override();
            return new AggregateView(
                    aggregate.light().text(),
                    aggregate.computed().text(),
                    set == null ? null : new OverrideView(set.reason(), set.author(), set.at()));
        }
    }

    /**
     * Why a person has set a colour.
     *
     * @param setBy name of the person at that time
     */
    @Serdeable
    @Schema(name = "AggregateOverride")
    record OverrideView(String reason, String setBy, Instant setAt) {}

    /**
     * Numbers of one part.
     *
     * @param goals real number of goals that are no overall goals
     * @param measures real number of measures, those that do not count included
     * @param statedGoals what the document says, null where it says nothing
     * @param statedMeasures likewise
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelFigures")
    record FiguresView(
            int goals,
            int measures,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures,
            TallyView lights) {
        static FiguresView of(Figures figures) {
            return new FiguresView(
                    figures.goals(),
                    figures.tally().total(),
                    figures.stated().goals(),
                    figures.stated().measures(),
                    TallyView.of(figures.tally()));
        }
    }

    /**
     * How many measures have which light.
     *
     * @param counted denominator of the per cents: all that count, assessed or not
     * @param notCounted measures that do not count in the evaluation, in no other number
     * @param percent null where nothing counts
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelLights")
    record TallyView(
            int green,
            int yellow,
            int red,
            int grey,
            int counted,
            int notCounted,
            @Nullable PercentView percent) {
        static TallyView of(Tally tally) {
            return new TallyView(
                    tally.green(),
                    tally.yellow(),
                    tally.red(),
                    tally.grey(),
                    tally.counted(),
                    tally.notCounted(),
                    tally.sharesOfCounted().map(PercentView::of).orElse(null));
        }
    }

    /** Whole per cents that sum to 100. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelPercent")
    record PercentView(int green, int yellow, int red, int grey) {
        static PercentView of(Tally.Shares shares) {
            return new PercentView(shares.green(), shares.yellow(), shares.red(), shares.grey());
        }
    }

    /**
     * All top sections of one kind.
     *
     * @param kind field_of_action, cross_cutting_theme or other; a section that is both of the first is counted with the fields
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelKind")
    record KindView(String kind, int sections, FiguresView figures) {
        static KindView of(OfKind kind) {
            return new KindView(kind.kind().text(), kind.sections(), FiguresView.of(kind.figures()));
        }
    }

    /**
     * A section with what is below it.
     *
     * @param withoutGoal measures of the section itself that serve no goal
     * @param shared measures listed at more than one goal; where it is not 0 the goals add up to more than the section
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelSection")
    record SectionView(
            String id,
            String kind,
            String number,
            String name,
            AggregateView aggregate,
            FiguresView figures,
            List<GoalView> goals,
            TallyView withoutGoal,
            int shared,
            List<SectionView> sections) {
        static SectionView of(Ampel ampel, OfSection section) {
            return new SectionView(
                    section.id().toString(),
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    AggregateView.of(ampel.aggregates()
                            .of(section.id(), section.figures().tally())),
                    FiguresView.of(section.figures()),
                    each(section.goals(), goal -> GoalView.of(ampel, goal)),
                    TallyView.of(section.withoutGoal()),
                    section.shared(),
                    each(section.sections(), below -> of(ampel, below)));
        }
    }

    /**
     * A goal with the goals below it.
     *
     * @param kind overall_goal, sub_goal or goal
     * @param lights of the measures that serve it or a goal below it, each once
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AmpelGoal")
    record GoalView(
            String id,
            String kind,
            String number,
            String text,
            AggregateView aggregate,
            TallyView lights,
            List<GoalView> goals) {
        static GoalView of(Ampel ampel, OfGoal goal) {
            return new GoalView(
                    goal.id().toString(),
                    goal.kind().text(),
                    goal.number(),
                    goal.text(),
                    AggregateView.of(ampel.aggregates().of(goal.id(), goal.tally())),
                    TallyView.of(goal.tally()),
                    each(goal.goals(), below -> of(ampel, below)));
        }
    }

    /** The Ampel as programs read it. */
    public static AmpelView of(Ampel ampel) {
        return new AmpelView(
                ampel.title(),
                RuleView.of(ampel.aggregates().rule()),
                AggregateView.of(ampel.whole().aggregate()),
                FiguresView.of(ampel.total()),
                each(ampel.kinds(), KindView::of),
                each(ampel.sections(), section -> SectionView.of(ampel, section)));
    }

    /** The answer of a county without a concept. */
    static AmpelView none() {
        return new AmpelView(
                null,
                RuleView.of(AggregateRule.USUAL),
                AggregateView.of(Aggregates.NONE.of(Aggregates.WHOLE, Tally.EMPTY)),
                FiguresView.of(new Figures(0, StatedCounts.NONE, Tally.EMPTY)),
                List.of(),
                List.of());
    }

    // Most lists are empty, and this runs for every goal of every answer.
    private static <A, B> List<B> each(List<A> parts, Function<A, B> view) {
        if (parts.isEmpty()) {
            return List.of();
        }
        var views = new ArrayList<B>(parts.size());
        parts.forEach(part -> views.add(view.apply(part)));
        return views;
    }
}
