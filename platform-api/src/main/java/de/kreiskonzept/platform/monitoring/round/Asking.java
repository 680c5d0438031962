package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Notices;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the bodies of a round by mail, reminds them, and tells the lead who is missing after the deadline. */
@Singleton
@InWorkspace
public class Asking {

    private static final Actor SCHEDULE = Actor.without("Kreiskonzept");

    private final Rounds rounds;
    private final AskedStore asked;
    private final LinkStore links;
    private final Post post;
    private final AuditTrail audit;
    private final Clock clock;

    Asking(Rounds rounds, AskedStore asked, LinkStore links, Post post, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.asked = asked;
        this.links = links;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a draft: every body with an address gets one mail with a personal link.
     *
     * @return number of mails
     * @throws Refusal 404, 409 where it was opened before or asks nobody, 412 where it has changed
     */
    public int open(UUID id, long version, SignedIn who) {
        Round round = rounds.open(id, version, who);
        return ask(round, "request", Asked::wanted);
    }

    /**
     * Reminds every body that has not said everything.
     *
     * @return number of mails
     * @throws Refusal 404, 409 where the round is not open
     */
    int remind(UUID id, SignedIn who) {
        Round round = rounds.get(id);
        Rounds.require(round, RoundState.OPEN);
        int sent = ask(round, "reminder", Asking::isMissing);
        audit.record(new Actor(who.accountId(), who.name()), "round.reminded", id.toString(), String.valueOf(sent));
        return sent;
    }

    /**
     * Sends one body a new link.
     *
     * @throws Refusal 404, 409 where the round is not open or the body has no address
     */
    void askAgain(UUID id, UUID body, SignedIn who) {
        Round round = rounds.get(id);
        Rounds.require(round, RoundState.OPEN);
        Asked one = rounds.getAsked(id, body);
        if (one.email().isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "no-address", "round.refused.noAddress", one.name());
        }
        ask(round, "request", other -> other.id().equals(body));
        audit.record(new Actor(who.accountId(), who.name()), "round.linkSent", id.toString(), body.toString());
    }

    /**
     * Makes the links of one body worthless.
     *
     * @throws Refusal 404
     */
    void revoke(UUID id, UUID body, SignedIn who) {
        rounds.getAsked(id, body);
        links.revoke(body, clock.instant());
        audit.record(new Actor(who.accountId(), who.name()), "round.linkRevoked", id.toString(), body.toString());
    }

    /** Does for one round what is due today. */
    void remindOnSchedule(Round round) {
        if (round.reminderDue(rounds.today())) {
            int sent = ask(round, "reminder", Asking::isMissing);
            rounds.reminded(round);
            audit.record(SCHEDULE, "round.reminded", round.id().toString(), String.valueOf(sent));
        } else if (round.escalationDue(rounds.today())) {
            List<String> missing = asked.list(round.id()).stream()
                    .filter(Asking::isMissing)
                    .map(Asked::name)
                    .toList();
            if (!missing.isEmpty()) {
                post.tellLeads(round, missing);
            }
            rounds.escalated(round);
            audit.record(SCHEDULE, "round.escalated", round.id().toString(), String.valueOf(missing.size()));
        }
    }

    private static boolean isMissing(Asked one) {
        return one.wanted() && !one.progress().complete();
    }

    private int ask(Round round, String kind, Predicate<Asked> which) {
        List<Asked> bodies = asked.list(round.id()).stream()
                .filter(which)
                .filter(one ->
                        one.wanted() && !one.email().isEmpty() && one.progress().all() > 0)
                .toList();
        if (bodies.isEmpty()) {
            return 0;
        }
        Map<UUID, String> secrets = links.create(bodies.stream().map(Asked::id).toList(), clock.instant());
        asked.sent(post.ask(round, bodies, kind, secrets), clock.instant());
        return bodies.size();
    }

    /** Writes the mails of a round. */
    @Singleton
    static final class Post {
        private final Outbox outbox;
        private final Notices notices;
        private final Texts texts;
        private final CurrentWorkspace current;
        private final SiteUrls urls;

        Post(Outbox outbox, Notices notices, Texts texts, CurrentWorkspace current, SiteUrls urls) {
            this.outbox = outbox;
            this.notices = notices;
            this.texts = texts;
            this.current = current;
            this.urls = urls;
        }

        /** Writes one mail to each body; gives their ids in the outbox by the ids of the bodies. */
        Map<UUID, UUID> ask(Round round, List<Asked> bodies, String kind, Map<UUID, String> secrets) {
            List<UUID> mails = outbox.enqueue(bodies.stream()
                    .map(one -> mail(round, one, kind, secrets.getOrDefault(one.id(), "")))
                    .toList());
            return IntStream.range(0, mails.size())
                    .boxed()
                    .collect(Collectors.toMap(i -> bodies.get(i).id(), mails::get));
        }

        private Mail mail(Round round, Asked one, String kind, String secret) {
            Workspace county = current.get();
            String link = urls.platform("/%s/meldung/%s".formatted(county.slug(), secret));
            int left = one.progress().all() - one.progress().answered();
            return new Mail(
                    one.email(),
                    texts.text(
                            "round.mail." + kind + ".subject", round.deadline().format(GermanTime.DAY), county.name()),
                    texts.text(
                            "round.mail." + kind + ".body",
                            one.name(),
                            round.message(),
                            left,
                            round.cutoff().format(GermanTime.DAY),
                            round.deadline().format(GermanTime.DAY),
                            link,
                            county.name()));
        }

        void tellLeads(Round round, List<String> missing) {
            Workspace county = current.get();
            String link = urls.platform("/%s/berichtsrunden/%s".formatted(county.slug(), round.id()));
            outbox.enqueue(notices.listReceivers(NoticeKind.OVERDUE).stream()
                    .map(lead -> new Mail(
                            lead.email(),
                            texts.text("round.mail.escalation.subject", missing.size()),
                            texts.text(
                                    "round.mail.escalation.body",
                                    round.deadline().format(GermanTime.DAY),
                                    round.name().replace('\n', ' '),
                                    "- " + String.join("\n- ", missing),
                                    link,
                                    urls.platform("/%s/benachrichtigungen".formatted(county.slug())))))
                    .toList());
        }
    }
}
