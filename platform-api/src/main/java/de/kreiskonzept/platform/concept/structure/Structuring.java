package de.kreiskonzept.platform.concept.structure;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.ProfileStore;
import de.kreiskonzept.platform.concept.ProfileStore.Stored;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The lead says how a version is built, until it is adopted. Nothing of its content changes by that. */
@Singleton
@InWorkspace
class Structuring {
    private final Nodes nodes;
    private final ProfileStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Structuring(Nodes nodes, ProfileStore store, AuditTrail audit, Clock clock) {
        this.nodes = nodes;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The profile of a version; in version 0 the usual words, where none was chosen yet.
     *
     * @throws Refusal 404 where there is no such version
     */
    @InWorkspace(readOnly = true)
    public Stored get(UUID versionId) {
        return store.find(nodes.version(versionId).id());
    }

    /**
     * Replaces names, numberings and rules.
     *
     * @param version of the profile that was shown
     * @param change gives the new profile for the one before; what it refuses with an IllegalArgumentException is answered with 422
     * @throws Refusal 404 where there is no such version, 409 where it is adopted, 412 where the profile was changed in between
     */
    public Stored change(UUID versionId, long version, UnaryOperator<Profile> change, SignedIn who) {
        Editors.requireLead(who);
        nodes.editable(versionId);
        Stored before = store.find(versionId);
        if (before.version() != version) {
            throw Nodes.stale();
        }
        Profile after = changed(before.profile(), change);
        if (!store.put(versionId, after, version, clock.instant())) {
            throw Nodes.stale();
        }
        audit.record(new Actor(who.accountId(), who.name()), "profile.changed", versionId.toString(), "");
        return new Stored(after, version + 1);
    }

    private static Profile changed(Profile before, UnaryOperator<Profile> change) {
        try {
            return change.apply(before);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "structure.refused");
        }
    }
}
