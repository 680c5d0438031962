package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.Invitee;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.model.participation.Place;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes what the holders of links say to a draft, without an account. */
@Singleton
@InWorkspace
public class Contributing {
    private static final Duration COUNTED = Duration.ofHours(1);

    private final CommentRounds rounds;
    private final InviteeStore invitees;
    private final ContributionStore contributions;
    private final AuditTrail audit;
    private final Texts texts;
    private final Clock clock;

    Contributing(
            CommentRounds rounds,
            InviteeStore invitees,
            ContributionStore contributions,
            AuditTrail audit,
            Texts texts,
            Clock clock) {
        this.rounds = rounds;
        this.invitees = invitees;
        this.contributions = contributions;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What the holder of a link sees.
     *
     * @param text the draft as it is now
     * @param said what may be read, in the order it came
     * @param open whether something can still be said
     */
    public record Visit(CommentRound round, Invitee invitee, DraftText text, List<Said> said, boolean open) {
        /** What was said to a part. */
        public List<Said> to(DraftText.Part part) {
            return said.stream()
                    .filter(one -> part.id()
                            .equals(Objects.toString(one.contribution().place().id())))
                    .toList();
        }

        /** What was said to the draft as a whole, or to parts that it no longer holds. */
        public List<Said> toWhole() {
            return said.stream()
                    .filter(one -> text.isElsewhere(one.contribution().place()))
                    .toList();
        }

        /** Whether many people share this link. */
        public boolean isShared() {
            return invitee.kind() == InviteeKind.NETWORK;
        }
    }

    /**
     * What the holder of a link sees: what is shown to all, and a person what they said themselves.
     *
     * @throws Refusal 404 where there is no such link, 410 where it is revoked or its time is over
     */
    @InWorkspace(readOnly = true)
    public Visit byLink(String secret) {
        Invitee invitee = invitees.findBySecret(secret)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "link-unknown", "commenting.refused.unknown"));
        CommentRound round = rounds.get(invitee.roundId());
        if (invitee.revokedAt() != null || !round.isReadable(rounds.today(), rounds.zone())) {
            throw new Refusal(HttpStatus.GONE, "link-expired", "commenting.refused.expired");
        }
        boolean alone = invitee.kind() == InviteeKind.PERSON;
        List<Said> said = contributions.list(round.id()).stream()
                .filter(one -> one.contribution().isShown()
                        || (alone && one.contribution().inviteeId().equals(invitee.id())))
                .toList();
        return new Visit(round, invitee, rounds.text(round), said, round.takesContributions(rounds.today()));
    }

    /**
     * Takes what the holder of a link says; the same words to the same part twice are taken once.
     *
     * @throws Refusal 404 where there is no such part, 410 where the round is over, 429 after too many within an hour
     */
    public void contribute(Visit visit, ContributionForm form) {
        // The lead may have closed it since the page was opened.
        if (!rounds.get(visit.round().id()).takesContributions(rounds.today())) {
            throw new Refusal(HttpStatus.GONE, "comments-over", "commenting.refused.over");
        }
        Invitee invitee = visit.invitee();
        Place place = form.place().isEmpty()
                ? Place.WHOLE
                : visit.text().find(form.place()).orElseThrow(Refusal::notFound).place();
        if (!form.trap().isEmpty() || isThere(visit, place, form)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (contributions.countSince(invitee.id(), now.minus(COUNTED))
                >= invitee.kind().mostInAnHour()) {
            throw Refusal.tooMany(COUNTED, "commenting.refused.tooMany");
        }
        UUID id = Ids.create(now);
        String author = visit.isShared() ? form.author() : invitee.name();
        contributions.insert(new Contribution(
                id,
                visit.round().id(),
                invitee.id(),
                place,
                form.kindOf(),
                form.text(),
                author,
                form.named() && !author.isEmpty(),
                Moderation.NEW,
                Decision.OPEN,
                "",
                false,
                now,
                now,
                0));
        // The chain of entries is never changed, so it names no person who has no account.
        audit.record(
                Actor.without(texts.text(invitee.kind().wordKey())),
                "contribution.sent",
                id.toString(),
                form.kindOf().text());
    }

    private boolean isThere(Visit visit, Place place, ContributionForm form) {
        return contributions.list(visit.round().id()).stream()
                .map(Said::contribution)
                .anyMatch(one -> one.inviteeId().equals(visit.invitee().id())
                        && one.place().equals(place)
                        && one.kind() == form.kindOf()
                        && one.text().equals(form.text()));
    }
}
