package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.platform.resolution.register.DecisionStore;
import de.kreiskonzept.platform.workflow.ProcessStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What should be finished by now: steps of processes, and decisions of committees. */
@Singleton
final class LateWork {
    private final ProcessStore processes;
    private final DecisionStore decisions;
    private final TaskWords words;
    private final Clock clock;

    LateWork(ProcessStore processes, DecisionStore decisions, TaskWords words, Clock clock) {
        this.processes = processes;
        this.decisions = decisions;
        this.words = words;
        this.clock = clock;
    }

    List<Task> of(String home) {
        LocalDate today = LocalDate.now(clock);
        var tasks = new ArrayList<Task>();
        processes
                .countLate(today)
                .forEach((process, number) -> tasks.add(words.task("steps", home + "ablauf/" + process, number)));
        int late = decisions.countLate(today);
        if (late > 0) {
            tasks.add(words.task("decisions", home + "beschluesse?stand=overdue", late));
        }
        return tasks;
    }
}
