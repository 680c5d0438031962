package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.onboarding.ChecklistYaml;
import de.kreiskonzept.model.onboarding.Checklists;
import de.kreiskonzept.platform.catalogue.TakenCatalogue;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The lead adapts the checklist, or writes one of the county's own. */
@Singleton
@InWorkspace
class OwnChecklist {
    private final ChecklistStore store;
    private final TakenCatalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    OwnChecklist(ChecklistStore store, TakenCatalogue catalogue, AuditTrail audit, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** The text of the county's own checklist; a copy of the usual one in version 0 where it has none. */
    @InWorkspace(readOnly = true)
    public ChecklistStore.Text get() {
        Optional<ChecklistStore.Text> own = store.find();
        return own.orElseGet(() -> new ChecklistStore.Text(usual(), 0));
    }

    private String usual() {
        return Checklists.text(catalogue.get().checklist())
                .or(() -> Checklists.text(Checklists.shipped().getFirst()))
                .orElseThrow();
    }

    /**
     * Stores a text, once it can be read.
     *
     * @throws de.kreiskonzept.model.yaml.Unreadable with line and reason where it cannot be read
     * @throws de.kreiskonzept.foundation.web.Refusal 412 where it has changed in between
     */
    void put(String content, long version, SignedIn who) {
        String key = ChecklistYaml.read(content).key();
        store.put(content, version, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(new Actor(who.accountId(), who.name()), "checklist.changed", key, "");
    }

    /**
     * Goes back to the usual checklist.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 412 where it has changed in between
     */
    void delete(long version, SignedIn who) {
        store.delete(version);
        audit.record(new Actor(who.accountId(), who.name()), "checklist.deleted", "own", "");
    }
}
