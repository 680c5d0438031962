package de.kreiskonzept.platform.home;

import de.kreiskonzept.model.onboarding.Progress;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The guided start on the start page: in a new workspace, and until it is finished where somebody has begun it. */
@Singleton
@InWorkspace(readOnly = true)
class Entrance {
    private final Answering answering;
    private final Concepts concepts;

    Entrance(Answering answering, Concepts concepts) {
        this.answering = answering;
        this.concepts = concepts;
    }

    /** How far the guided start is; empty where it is finished, or was never begun and there is a concept. */
    Optional<Progress> find() {
        Answering.Whole whole = answering.get();
        Progress progress = whole.progress();
        boolean wanted = whole.isBegun() || concepts.findCurrentVersion().isEmpty();
        return wanted && !progress.isFinished() ? Optional.of(progress) : Optional.empty();
    }
}
