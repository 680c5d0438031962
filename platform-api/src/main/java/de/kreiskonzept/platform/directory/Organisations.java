package de.kreiskonzept.platform.directory;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds, changes, merges and deletes organisations; the fields of a form are checked before. A spelling means one organisation. */
@Singleton
@InWorkspace
public class Organisations {
    private final OrganisationStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Organisations(OrganisationStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an organisation and gives its id.
     *
     * @throws Refusal 409 where one of its spellings means another one
     */
    public UUID create(OrganisationForm form, SignedIn who) {
        return create(form, new Actor(who.accountId(), who.name()));
    }

    /** Adds an organisation for someone who need not be signed in. */
    public UUID create(OrganisationForm form, Actor author) {
        Instant now = clock.instant();
        UUID id = Ids.create(now);
        store.insert(new Organisation(
                id,
                OrganisationKind.of(form.kind()),
                form.name(),
                form.shortName(),
                form.ags(),
                null,
                id,
                now,
                now,
                0));
        form.all().forEach(text -> spell(id, text, now));
        audit.record(author, "organisation.created", id.toString(), "");
        return id;
    }

    /**
     * Changes an organisation. The name it had so far stays as a spelling of it; further spellings that the form no longer holds go.
     *
     * @throws Refusal 404, 412 where it has changed, 409 where one of its spellings means another one
     */
    public void change(UUID id, long version, OrganisationForm form, SignedIn who) {
        Organisation before = fresh(id, version);
        Instant now = clock.instant();
        var changed = new Organisation(
                id,
                OrganisationKind.of(form.kind()),
                form.name(),
                form.shortName(),
                form.ags(),
                before.mergedInto(),
                before.headId(),
                before.createdAt(),
                now,
                version);
        if (!store.update(changed)) {
            throw Refusal.stale();
        }
        var words = new ArrayList<>(form.all().stream().map(Spelling::words).toList());
        words.add(Spelling.words(before.name()));
        store.keepOnly(id, words);
        form.all().forEach(text -> spell(id, text, now));
        record(who, "changed", id, "");
    }

    /** Takes a spelling as one of this organisation; refuses where it means another one. */
    public void name(String spelling, UUID id, SignedIn who) {
        Organisation organisation = get(id);
        spell(organisation.id(), spelling, clock.instant());
        record(who, "spelled", id, "");
    }

    /**
     * Deletes an organisation; measures keep the names they say.
     *
     * @throws Refusal 404, 412 where it has changed, 409 where it was merged or others were merged into it
     */
    public void delete(UUID id, long version, SignedIn who) {
        Organisation organisation = fresh(id, version);
        boolean holds =
                store.findEntry(id).filter(entry -> !entry.merged().isEmpty()).isPresent();
        if (organisation.isMerged() || holds) {
            throw new Refusal(HttpStatus.CONFLICT, "organisation-merged", "directory.refused.merged");
        }
        if (!store.delete(organisation)) {
            throw Refusal.stale();
        }
        record(who, "deleted", id, "");
    }

    /**
     * Makes one organisation stand for another one, with all its spellings; no measure is written.
     *
     * @throws Refusal 404, 409 where one of them was merged already or both are the same
     */
    public void merge(UUID from, UUID into, SignedIn who) {
        if (get(from).isMerged() || get(into).isMerged() || from.equals(into)) {
            throw new Refusal(HttpStatus.CONFLICT, "organisation-merged", "directory.refused.merged");
        }
        store.merge(from, into, clock.instant());
        record(who, "merged", from, "into " + into);
    }

    /**
     * Takes a merger back.
     *
     * @throws Refusal 404, 409 where it was not merged
     */
    public void split(UUID id, SignedIn who) {
        if (!get(id).isMerged()) {
            throw new Refusal(HttpStatus.CONFLICT, "organisation-not-merged", "directory.refused.notMerged");
        }
        store.split(id, clock.instant());
        record(who, "split", id, "");
    }

    private Organisation get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    private Organisation fresh(UUID id, long version) {
        Organisation organisation = get(id);
        if (organisation.version() != version) {
            throw Refusal.stale();
        }
        return organisation;
    }

    private void spell(UUID id, String text, Instant now) {
        if (store.spell(id, text, now)) {
            return;
        }
        Optional<Organisation> owner = store.listByWords(List.of(Spelling.words(text))).values().stream()
                .findFirst();
        if (owner.filter(other -> other.id().equals(get(id).headId())).isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "spelling-taken",
                    "directory.refused.taken",
                    text,
                    owner.map(Organisation::name).orElse(""));
        }
    }

    private void record(SignedIn who, String done, UUID id, String detail) {
        audit.record(new Actor(who.accountId(), who.name()), "organisation." + done, id.toString(), detail);
    }
}
