package de.kreiskonzept.platform.document.charter;

import de.kreiskonzept.platform.onboarding.proposal.Proposing;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.workflow.Processes;
import de.kreiskonzept.platform.workflow.Timeline;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which process the papers of the guided start show. */
@Singleton
@InWorkspace(readOnly = true)
class CharterProcess {
    private final Processes processes;
    private final Proposing proposing;

    CharterProcess(Processes processes, Proposing proposing) {
        this.processes = processes;
        this.proposing = proposing;
    }

    /** The one that was begun from the answers, else the one that begins last; empty where none was begun. */
    public Optional<Timeline> find() {
        List<Timeline> all = processes.list();
        Optional<UUID> proposed = proposing.findProcess();
        return all.stream()
                .filter(one -> proposed.filter(one.process().id()::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
