package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.measure.Assigned;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What waits for editors: the measures that are assigned to them and have no light yet. */
@Singleton
final class EditorWork {
    private final Concepts concepts;
    private final Assigned assigned;
    private final TaskWords words;

    EditorWork(Concepts concepts, Assigned assigned, TaskWords words) {
        this.concepts = concepts;
        this.assigned = assigned;
        this.words = words;
    }

    /** The tasks of all editors that have any, by their accounts. */
    Map<UUID, List<Task>> of(String home) {
        var tasks = new HashMap<UUID, List<Task>>();
        concepts.findValidVersion()
                .map(ConceptVersion::id)
                .map(assigned::countUnassessed)
                .orElse(Map.of())
                .forEach((account, number) -> tasks.put(account, List.of(task(home, account, number))));
        return tasks;
    }

    private Task task(String home, UUID account, int number) {
        return words.task(
                "assess",
                home + "konzept/massnahmen" + MeasureFilter.unassessed(account).query(),
                number);
    }
}
