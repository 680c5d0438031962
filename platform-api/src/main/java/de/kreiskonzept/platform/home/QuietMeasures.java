package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds measures that are under way without a word about them. */
@Singleton
final class QuietMeasures {
    private static final MeasureFilter QUIET =
            new MeasureFilter(null, TrafficLight.YELLOW, true, "", "", null, null, null, 6, null);

    private final Concepts concepts;
    private final MeasureStore measures;
    private final TaskWords words;

    QuietMeasures(Concepts concepts, MeasureStore measures, TaskWords words) {
        this.concepts = concepts;
        this.measures = measures;
        this.words = words;
    }

    /** Measures in progress of which nobody has heard for half a year. */
    List<Task> of(String home) {
        int number = concepts.findValidVersion()
                .map(ConceptVersion::id)
                .map(version -> Math.toIntExact(measures.count(version, QUIET)))
                .orElse(0);
        return number == 0
                ? List.of()
                : List.of(words.task("quiet", home + "konzept/massnahmen" + QUIET.query(), number));
    }
}
