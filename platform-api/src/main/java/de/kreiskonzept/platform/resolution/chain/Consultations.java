package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.ConsultationChain;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.resolution.PaperStore;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Plans which committees deal with a paper, in which order; what one has dealt with stays. */
@Singleton
@InWorkspace
public class Consultations {
    /** Most turns of a paper. */
    private static final int MOST = 30;

    private final PaperStore papers;
    private final ConsultationStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Consultations(PaperStore papers, ConsultationStore store, AuditTrail audit, Clock clock) {
        this.papers = papers;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day it is. */
    @WithoutData
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The zone in which days are counted. */
    @WithoutData
    ZoneId zone() {
        return clock.getZone();
    }

    /**
     * Adds a turn behind the others; gives its id.
     *
     * @throws Refusal 404, 409 where no committee deals with the paper any more, there are too many turns or two are authoritative
     */
    public UUID add(UUID paper, ConsultationForm form, SignedIn who) {
        Whole whole = locked(paper);
        if (whole.turns().size() >= MOST) {
            throw refused("chain.refused.many", MOST);
        }
        Instant now = now();
        Consultation turn = form.consultation(Ids.create(now));
        var all = new ArrayList<>(whole.chain().consultations());
        all.add(turn);
        requireOneAuthoritative(all);
        store.insert(paper, all.size() - 1, turn, now);
        store.place(turn.id(), form.placeId());
        record(who, paper);
        return turn.id();
    }

    /**
     * Changes a turn that is still to come.
     *
     * @throws Refusal 404, 409 where the committee has dealt with it or two turns are authoritative, 412
     */
    public void change(UUID paper, UUID turn, long version, ConsultationForm form, SignedIn who) {
        Whole whole = locked(paper);
        requireOpen(whole, turn);
        Consultation changed = form.consultation(turn);
        requireOneAuthoritative(whole.chain().consultations().stream()
                .map(one -> one.id().equals(turn) ? changed : one)
                .toList());
        store.update(changed, version, now());
        store.place(turn, form.placeId());
        record(who, paper);
    }

    /**
     * Moves a turn that is still to come one place up or down, past others that are still to come.
     *
     * @throws Refusal 404, 409 where the committee has dealt with it
     */
    public void move(UUID paper, UUID turn, boolean up, SignedIn who) {
        Whole whole = locked(paper);
        requireOpen(whole, turn);
        List<Consultation> all = new ArrayList<>(whole.chain().consultations());
        int from = all.stream().map(Consultation::id).toList().indexOf(turn);
        int to = up ? from - 1 : from + 1;
        if (to >= 0 && to < all.size() && all.get(to).result() == Result.NONE) {
            Collections.swap(all, from, to);
            store.order(all.stream().map(Consultation::id).toList());
            record(who, paper);
        }
    }

    /**
     * Deletes a turn that is still to come.
     *
     * @throws Refusal 404, 409 where the committee has dealt with it, 412
     */
    public void remove(UUID paper, UUID turn, long version, SignedIn who) {
        requireOpen(locked(paper), turn);
        store.delete(turn, version);
        record(who, paper);
    }

    private Whole locked(UUID id) {
        CouncilPaper paper = papers.lock(id).orElseThrow(Refusal::notFound);
        if (paper.state().isFinal()) {
            throw refused("chain.refused.final");
        }
        return papers.whole(paper, paper.edition());
    }

    private static void requireOpen(Whole whole, UUID turn) {
        if (whole.turn(turn).consultation().result() != Result.NONE) {
            throw refused("chain.refused.closed");
        }
    }

    private static void requireOneAuthoritative(List<Consultation> turns) {
        try {
            new ConsultationChain(turns);
        } catch (IllegalArgumentException e) {
            throw refused("chain.refused.authoritative");
        }
    }

    /** Says that a turn or a chain is in a state in which that cannot be done. */
    static Refusal refused(String key, Object... args) {
        return new Refusal(HttpStatus.CONFLICT, "turn-closed", key, args);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, UUID paper) {
        audit.record(new Actor(who.accountId(), who.name()), "paper.chain", paper.toString(), "");
    }
}
