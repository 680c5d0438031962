package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.subject.SubjectStore.Holder;
import de.kreiskonzept.platform.identity.subject.SubjectStore.Subject;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Takes the subject from an account, so that another one with the same address may come in its place: a person's name there has changed. */
@Singleton
@InWorkspace(content = false)
class SubjectRelease {
    private final SubjectStore store;
    private final Sessions sessions;
    private final CurrentWorkspace county;
    private final AuditTrail audit;

    SubjectRelease(SubjectStore store, Sessions sessions, CurrentWorkspace county, AuditTrail audit) {
        this.store = store;
        this.sessions = sessions;
        this.county = county;
        this.audit = audit;
    }

    /** @throws Refusal 404 when there is no such account */
    Holder holder(UUID account) {
        return store.find(account).orElseThrow(Refusal::notFound);
    }

    /** Finds the subject of an account. */
    Optional<Subject> subject(UUID account) {
        return store.subject(account);
    }

    /**
     * Takes it, and ends all sessions of the account.
     *
     * @throws Refusal 404 when there is no such account or it has no subject
     */
    void make(UUID account, SignedIn who) {
        if (!store.release(holder(account).id())) {
            throw Refusal.notFound();
        }
        sessions.endAll(county.get().id(), account);
        audit.record(new Actor(who.accountId(), who.name()), "account.subject.released", account.toString(), "");
    }
}
