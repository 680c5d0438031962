package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.model.onboarding.Checklist;
import java.util.List;

/** A phase with its questions as tasks. */
public record PhaseTasks(Checklist.Phase phase, List<Task> tasks) {}
