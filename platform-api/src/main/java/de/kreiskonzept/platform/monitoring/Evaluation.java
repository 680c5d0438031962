package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives the Ampel of the county at work, for pages, exports and the API alike. */
@Singleton
@InWorkspace(readOnly = true)
public class Evaluation {
    private final AmpelStore store;

    Evaluation(AmpelStore store) {
        this.store = store;
    }

    /** The whole Ampel as it stands now, in an open round of what counts there; empty where the county has no concept. */
    public Optional<Ampel> find() {
        return store.find().map(rows -> rows.ampel().with(store.findAggregates()));
    }

    /** Name of the open round that says which measures count; empty where none is open and each measure says so itself. */
    Optional<String> findOpenRound() {
        return store.findOpenRound();
    }

    /** How a version is coloured: by which rule, and what people have set instead. */
    public Aggregates aggregates(UUID version) {
        return store.findAggregates(version);
    }

    /** The statements behind {@link #find}, in their order; a benchmark runs them by themselves as its floor. */
    public static List<String> statements() {
        return List.of(AmpelStore.OUTLINE, AmpelStore.MEASURES, AmpelStore.CURRENT_COLOURS);
    }
}
