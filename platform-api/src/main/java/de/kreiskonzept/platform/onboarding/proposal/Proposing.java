package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.onboarding.Plan;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the decided answers propose, beside what was created from them; a confirmation does all that is chosen, or nothing. */
@Singleton
@InWorkspace
public class Proposing {
    private final Answering answering;
    private final CreatedStore store;
    private final Doing doing;
    private final AuditTrail audit;
    private final Clock clock;

    Proposing(Answering answering, CreatedStore store, Doing doing, AuditTrail audit, Clock clock) {
        this.answering = answering;
        this.store = store;
        this.doing = doing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All proposals.
     *
     * @param dropped what was created and is no longer proposed; it stays as it is
     */
    public record Shown(List<Offer> offers, List<Created> dropped) {
        /** What can be done now. */
        public List<Offer> open() {
            return offers.stream().filter(Offer::isOpen).toList();
        }

        /** Short text that is another one as soon as something else would be done. */
        public String digest() {
            return Integer.toHexString(
                    open().stream().map(Offer::entry).toList().toString().hashCode());
        }
    }

    /** All proposals as they are now. */
    @InWorkspace(readOnly = true)
    public Shown get() {
        Answering.Whole whole = answering.get();
        Map<String, Created> created =
                new HashMap<>(store.list(whole.checklist().key()));
        var offers = new ArrayList<Offer>();
        for (Plan.Entry entry : Plan.of(whole.answers()).entries()) {
            offers.add(new Offer(
                    entry,
                    whole.checklist().find(entry.question()).orElseThrow(),
                    created.remove(entry.action().key())));
        }
        return new Shown(offers, List.copyOf(created.values()));
    }

    /** The process that was begun from the answers, which may be gone by now; empty where none was. */
    @InWorkspace(readOnly = true)
    public Optional<UUID> findProcess() {
        String checklist = answering.get().checklist().key();
        return Optional.ofNullable(store.list(checklist).get(Action.BeginProcess.KEY))
                .map(Created::target);
    }

    /**
     * Does what was chosen.
     *
     * @param digest of the proposals that were shown
     * @param chosen addresses of invitations by the keys of the chosen actions; empty for other actions
     * @throws Refusal 412 where something else would be done by now
     */
    int confirm(String digest, Map<String, String> chosen, SignedIn who) {
        Shown shown = get();
        if (!shown.digest().equals(digest)) {
            throw Refusal.stale();
        }
        List<Offer> wanted = shown.open().stream()
                .filter(offer -> chosen.containsKey(offer.action().key()))
                .toList();
        String checklist = answering.get().checklist().key();
        if (!wanted.isEmpty()) {
            audit.recordAsOne(
                    new Actor(who.accountId(), who.name()),
                    "proposal.confirmed",
                    checklist,
                    "",
                    () -> wanted.forEach(offer -> perform(
                            checklist,
                            offer,
                            Objects.requireNonNull(chosen.get(offer.action().key())),
                            who)));
        }
        return wanted.size();
    }

    private void perform(String checklist, Offer offer, String address, SignedIn who) {
        var created = new Created(
                offer.action().key(),
                offer.question().key(),
                Offer.content(offer.action()),
                doing.perform(offer.action(), offer.created(), address, who));
        store.put(checklist, created, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
