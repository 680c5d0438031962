package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.monitoring.round.AskedStore;
import de.kreiskonzept.platform.participation.SuggestionStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What waits for a lead besides the concept itself: bodies, answers, suggestions, and measures nobody has heard of. */
@Singleton
final class LeadWork {
    private static final MeasureFilter QUIET =
            new MeasureFilter(null, TrafficLight.YELLOW, true, "", "", null, null, null, 6, null);

    private final AskedStore asked;
    private final SuggestionStore suggestions;
    private final Concepts concepts;
    private final MeasureStore measures;
    private final TaskWords words;
    private final Clock clock;

    LeadWork(
            AskedStore asked,
            SuggestionStore suggestions,
            Concepts concepts,
            MeasureStore measures,
            TaskWords words,
            Clock clock) {
        this.asked = asked;
        this.suggestions = suggestions;
        this.concepts = concepts;
        this.measures = measures;
        this.words = words;
        this.clock = clock;
    }

    /** What others wait for, the most urgent first. */
    List<Task> urgent(String home) {
        var tasks = new ArrayList<Task>();
        asked.countMissing(LocalDate.now(clock))
                .forEach((round, number) -> tasks.add(words.task("missing", home + "berichtsrunden/" + round, number)));
        asked.countUndecided()
                .forEach((round, number) ->
                        tasks.add(words.task("replies", home + "berichtsrunden/" + round + "/antworten", number)));
        int unanswered = suggestions.countOpen();
        if (unanswered > 0) {
            tasks.add(words.task("suggestions", home + "konferenzen", unanswered));
        }
        return tasks;
    }

    /** Measures in progress of which nobody has heard for half a year. */
    List<Task> quiet(String home) {
        int number = concepts.findValidVersion()
                .map(ConceptVersion::id)
                .map(version -> Math.toIntExact(measures.count(version, QUIET)))
                .orElse(0);
        return number == 0
                ? List.of()
                : List.of(words.task("quiet", home + "konzept/massnahmen" + QUIET.query(), number));
    }
}
