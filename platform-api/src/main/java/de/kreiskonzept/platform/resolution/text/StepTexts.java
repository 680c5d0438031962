package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.workflow.Timeline.Line;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of the county's process in a paper: who took part so far, and how it goes on. */
final class StepTexts {
    private final List<Line> lines;
    private final Texts texts;

    StepTexts(List<Line> lines, Texts texts) {
        this.lines = lines;
        this.texts = texts;
    }

    /** Steps in which others took part; empty where there is none. */
    String participation() {
        List<String> taken = list(step -> step.participation() && step.state() != StepState.DROPPED);
        return taken.isEmpty() ? "" : "**" + texts.text("resolution.text.participation") + "**\n\n" + numbered(taken);
    }

    /** Steps still to be taken; the usual ones where the county has planned none. */
    String ahead() {
        List<String> open = list(step -> step.state().isOpen());
        if (!open.isEmpty()) {
            return texts.text("resolution.text.ahead") + "\n\n" + numbered(open);
        }
        return texts.text("resolution.text.aheadUsual") + "\n\n"
                + numbered(Stream.of("publish", "carry", "report")
                        .map(step -> texts.text("resolution.text.step." + step))
                        .toList());
    }

    private List<String> list(Predicate<Step> wanted) {
        return lines.stream()
                .filter(line -> !line.isPart())
                .map(Line::step)
                .filter(wanted)
                .map(this::words)
                .toList();
    }

    private String words(Step step) {
        String when = step.when();
        return when.isEmpty() ? step.title() : texts.text("resolution.text.when", step.title(), when);
    }

    private static String numbered(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> i + 1 + ". " + items.get(i).replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }
}
