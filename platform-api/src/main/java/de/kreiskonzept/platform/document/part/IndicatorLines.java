package de.kreiskonzept.platform.document.part;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Indicators in the cell of a table, each a paragraph: name, baseline, latest value, target. */
public final class IndicatorLines {
    private final Profile profile;
    private final List<IndicatorLine> lines;
    private final Texts texts;

    /** @param lines those of a version */
    public IndicatorLines(Profile profile, List<IndicatorLine> lines, Texts texts) {
        this.profile = profile;
        this.lines = List.copyOf(lines);
        this.texts = texts;
    }

    /** Whether there is any. */
    public boolean any() {
        return !lines.isEmpty();
    }

    /** Those of a goal, each with the name of the goal, because they stand beside those of a measure. */
    public List<Paragraph> of(Goal goal) {
        return some(goal.id(), null)
                .map(words -> texts.text("document.annex.indicatorOf", profile.label(goal), words))
                .map(Paragraph::of)
                .toList();
    }

    /** Those of a measure. */
    public List<Paragraph> of(Measure measure) {
        return some(null, measure.id()).map(Paragraph::of).toList();
    }

    private Stream<String> some(@Nullable UUID goal, @Nullable UUID measure) {
        return lines.stream()
                .filter(line -> Objects.equals(line.indicator().goalId(), goal)
                        && Objects.equals(line.indicator().measureId(), measure))
                .map(this::words);
    }

    private String words(IndicatorLine line) {
        Indicator indicator = line.indicator();
        String name = indicator.unit().isEmpty()
                ? indicator.name()
                : texts.text("situation.chart.title", indicator.name(), indicator.unit());
        String values = Stream.of(
                        mark("situation.column.baseline", indicator.baseline()),
                        line.latest()
                                .map(reading -> texts.text(
                                        "situation.compare.mark",
                                        texts.text("situation.column.latest"),
                                        reading.number(),
                                        reading.period().print()))
                                .orElse(""),
                        mark("situation.column.target", indicator.target()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return values.isEmpty() ? name : texts.text("situation.compare.line", name, values);
    }

    private String mark(String key, Indicator.@Nullable Mark mark) {
        return mark == null ? "" : texts.text(key) + " " + mark.print();
    }
}
