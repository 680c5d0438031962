package de.kreiskonzept.platform.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfKind;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
public record AmpelView(@Nullable String title, FiguresView total, List<KindView> kinds, List<SectionView> sections) {

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
            FiguresView figures,
            List<GoalView> goals,
            TallyView withoutGoal,
            int shared,
            List<SectionView> sections) {
        static SectionView of(OfSection section) {
            return new SectionView(
                    section.id().toString(),
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    FiguresView.of(section.figures()),
                    each(section.goals(), GoalView::of),
                    TallyView.of(section.withoutGoal()),
                    section.shared(),
                    each(section.sections(), SectionView::of));
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
    record GoalView(String id, String kind, String number, String text, TallyView lights, List<GoalView> goals) {
        static GoalView of(OfGoal goal) {
            return new GoalView(
                    goal.id().toString(),
                    goal.kind().text(),
                    goal.number(),
                    goal.text(),
                    TallyView.of(goal.tally()),
                    each(goal.goals(), GoalView::of));
        }
    }

    /** The Ampel as programs read it. */
    public static AmpelView of(Ampel ampel) {
        return new AmpelView(
                ampel.title(),
                FiguresView.of(ampel.total()),
                each(ampel.kinds(), KindView::of),
                each(ampel.sections(), SectionView::of));
    }

    /** The answer of a county without a concept. */
    static AmpelView none() {
        return new AmpelView(
                null, FiguresView.of(new Figures(0, StatedCounts.NONE, Tally.EMPTY)), List.of(), List.of());
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
