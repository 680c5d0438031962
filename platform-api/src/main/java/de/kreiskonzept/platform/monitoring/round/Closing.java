package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Tidings;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Ends a round: its numbers are fixed as a Stand, and nobody can answer any more. */
@Singleton
@InWorkspace
public class Closing {
    private final RoundStore rounds;
    private final Stands stands;
    private final AuditTrail audit;
    private final Tidings tidings;
    private final Clock clock;

    Closing(RoundStore rounds, Stands stands, AuditTrail audit, Tidings tidings, Clock clock) {
        this.rounds = rounds;
        this.stands = stands;
        this.audit = audit;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * Closes an open round and fixes its numbers as a Stand; answers that nobody has accepted change nothing.
     *
     * @throws Refusal 404, 409 where it is not open, 412 where it has changed
     */
    public void close(UUID id, long version, SignedIn who) {
        Round round = rounds.find(id).orElseThrow(Refusal::notFound);
        if (round.version() != version) {
            throw Refusal.stale();
        }
        Rounds.require(round, RoundState.OPEN);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Round closed = round.closed(now);
        rounds.update(closed);
        stands.record(closed, rounds.listCounted(id), now);
        audit.record(new Actor(who.accountId(), who.name()), "round.closed", id.toString(), "");
        tidings.tell(new Tidings.Tiding(NoticeKind.CLOSED, "berichtsrunden/" + id, who.accountId(), round.name(), ""));
    }
}
