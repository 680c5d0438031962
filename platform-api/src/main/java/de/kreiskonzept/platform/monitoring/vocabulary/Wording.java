package de.kreiskonzept.platform.monitoring.vocabulary;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Says what the states of measures are called from now on; what was assessed keeps the name and colour of its day. */
@Singleton
@InWorkspace
class Wording {
    private final VocabularyStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Wording(VocabularyStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @InWorkspace(readOnly = true)
    VocabularyStore.Stored get() {
        return store.findStored();
    }

    /**
     * Takes a vocabulary in which nothing is wrong.
     *
     * @param version of the settings that was shown
     * @throws Refusal 412 where they have changed
     */
    VocabularyStore.Stored change(StatusVocabulary vocabulary, long version, SignedIn who) {
        if (vocabulary.fault().isPresent()) {
            throw new IllegalArgumentException("a vocabulary with a fault");
        }
        if (!store.put(vocabulary, version, clock.instant())) {
            throw Refusal.stale();
        }
        audit.record(
                new Actor(who.accountId(), who.name()),
                "ampel.vocabulary",
                "vocabulary",
                String.valueOf(vocabulary.statuses().size()));
        return new VocabularyStore.Stored(vocabulary, version + 1);
    }
}
