package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.CommentState;
import de.kreiskonzept.model.participation.Invitee;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Invites people by mail and gives networks a link that they share. */
@Singleton
@InWorkspace
public class Inviting {
    private final CommentRounds rounds;
    private final InviteeStore invitees;
    private final Post post;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Inviting(CommentRounds rounds, InviteeStore invitees, Post post, Outbox outbox, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.invitees = invitees;
        this.post = post;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is invited to a round: people by name, then networks. */
    @InWorkspace(readOnly = true)
    public List<Invitee> list(UUID round) {
        return invitees.list(round);
    }

    /**
     * Somebody who is invited to a round.
     *
     * @throws Refusal 404 where there is no such person or network
     */
    @InWorkspace(readOnly = true)
    Invitee get(UUID round, UUID id) {
        return invitees.find(id).filter(one -> one.roundId().equals(round)).orElseThrow(Refusal::notFound);
    }

    /**
     * Notes who is to be invited; once the round is open, people get their mail at once. Who is there already stays as they are.
     *
     * @throws Refusal 404, 409 where the round is closed
     */
    public void invite(UUID id, InvitationForm form, SignedIn who) {
        CommentRound round = rounds.get(id);
        CommentRounds.require(round, CommentState.DRAFT, CommentState.OPEN);
        List<Invitee> fresh = form.invitees(id, invitees.list(id), now());
        if (fresh.isEmpty()) {
            return;
        }
        invitees.insert(fresh, now());
        if (round.state() == CommentState.OPEN) {
            send(round, fresh);
        }
        record(who, "commenting.invited", id, String.valueOf(fresh.size()));
    }

    /**
     * Opens a draft: every person gets one mail with a personal link.
     *
     * @throws Refusal 404, 409 where it was opened before or nobody is invited, 412 where it has changed
     */
    public void open(UUID id, long version, SignedIn who) {
        List<Invitee> all = invitees.list(id);
        CommentRound round = rounds.open(id, version, who);
        if (all.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "nobody-invited", "commenting.refused.nobody");
        }
        send(round, all);
    }

    /**
     * Sends a person a new link; an earlier one is worthless from now on.
     *
     * @throws Refusal 404, also for a network, 409 where the round is not open
     */
    void sendAgain(UUID id, UUID person, SignedIn who) {
        Invitee one = ofOpen(id, person, InviteeKind.PERSON);
        send(rounds.get(id), List.of(one));
        record(who, "commenting.linkSent", id, person.toString());
    }

    /**
     * Gives a network a new link, which is shown this once; an earlier one is worthless from now on.
     *
     * @throws Refusal 404, also for a person, 409 where the round is not open
     */
    public String renewLink(UUID id, UUID network, SignedIn who) {
        Invitee one = ofOpen(id, network, InviteeKind.NETWORK);
        Map<UUID, String> secrets = invitees.renewSecrets(List.of(one), now());
        record(who, "commenting.linkSent", id, network.toString());
        return post.link(Objects.requireNonNull(secrets.get(network)));
    }

    private Invitee ofOpen(UUID id, UUID invitee, InviteeKind kind) {
        Invitee one = get(id, invitee);
        if (one.kind() != kind) {
            throw Refusal.notFound();
        }
        CommentRounds.require(rounds.get(id), CommentState.OPEN);
        return one;
    }

    /**
     * Makes the link of one invitee worthless.
     *
     * @throws Refusal 404
     */
    void revoke(UUID id, UUID invitee, SignedIn who) {
        get(id, invitee);
        invitees.revoke(invitee, now());
        record(who, "commenting.linkRevoked", id, invitee.toString());
    }

    /**
     * Takes somebody off the list of a round that was not opened yet.
     *
     * @throws Refusal 404, 409 where it was opened
     */
    void remove(UUID id, UUID invitee, SignedIn who) {
        get(id, invitee);
        CommentRounds.require(rounds.get(id), CommentState.DRAFT);
        invitees.delete(invitee);
        record(who, "commenting.uninvited", id, invitee.toString());
    }

    /**
     * Deletes the mail addresses of people once the day for it has come, with the mails that went there; names and what they said stay.
     */
    public void forgetAddresses() {
        List<UUID> over = rounds.list().stream()
                .map(CommentRoundStore.Line::round)
                .filter(round -> round.forgetsAddressesOn(rounds.zone())
                        .filter(day -> !day.isAfter(rounds.today()))
                        .isPresent())
                .map(CommentRound::id)
                .toList();
        List<String> addresses = invitees.listAddresses(over);
        if (!addresses.isEmpty()) {
            invitees.forgetAddresses(over, now());
            outbox.forget(addresses);
            audit.record(
                    Actor.without("Kreiskonzept"),
                    "commenting.addressesForgotten",
                    String.valueOf(addresses.size()),
                    "");
        }
    }

    private void send(CommentRound round, List<Invitee> all) {
        List<Invitee> people =
                all.stream().filter(one -> one.kind() == InviteeKind.PERSON).toList();
        if (!people.isEmpty()) {
            post.send(round, people, invitees.renewSecrets(people, now()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID round, String what) {
        audit.record(new Actor(who.accountId(), who.name()), action, round.toString(), what);
    }

    /** Writes the mails of a round. */
    @Singleton
    static final class Post {
        private final Outbox outbox;
        private final Texts texts;
        private final CurrentWorkspace current;
        private final SiteUrls urls;

        Post(Outbox outbox, Texts texts, CurrentWorkspace current, SiteUrls urls) {
            this.outbox = outbox;
            this.texts = texts;
            this.current = current;
            this.urls = urls;
        }

        /** The whole address of the page behind a secret. */
        String link(String secret) {
            return urls.platform("/%s/mitreden/%s".formatted(current.get().slug(), secret));
        }

        /** Writes one mail to each person, all in one batch. */
        void send(CommentRound round, List<Invitee> people, Map<UUID, String> secrets) {
            Workspace county = current.get();
            String until = round.deadline().format(GermanTime.DAY);
            String words =
                    round.introduction().isBlank() ? texts.text("commenting.form.introduction") : round.introduction();
            outbox.enqueue(people.stream()
                    .map(one -> new Mail(
                            one.email(),
                            texts.text("commenting.mail.subject", until, county.name()),
                            texts.text(
                                    "commenting.mail.body",
                                    one.name(),
                                    words,
                                    until,
                                    link(secrets.getOrDefault(one.id(), "")),
                                    county.name())))
                    .toList());
        }
    }
}
