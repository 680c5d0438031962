package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Spot;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person says that a double is none, or takes that back; also in a frozen version, of which it is no content. */
@Singleton
@InWorkspace
class Settling {
    private final Review review;
    private final NotDoubleStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Settling(Review review, NotDoubleStore store, AuditTrail audit, Clock clock) {
        this.review = review;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a finding out of the list until one of the two texts changes.
     *
     * @param place id of the goal or measure that the finding is about
     * @throws Refusal 404 where nothing is doubled there
     */
    public FindingLine settle(UUID version, CheckKind kind, UUID place, SignedIn who) {
        FindingLine line = find(reviewed(version).lines(), kind, place)
                .or(() -> find(reviewed(version).settled(), kind, place))
                .orElseThrow(Nodes::missing);
        Spot first = Nodes.found(Optional.ofNullable(line.firstSpot()));
        store.put(
                version,
                new NotDouble(
                        place,
                        first.id(),
                        NotDouble.words(line.spot(), first),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        who.accountId(),
                        who.name()));
        record(who, "double.settled", place);
        return find(reviewed(version).settled(), kind, place).orElseThrow(Nodes::missing);
    }

    /**
     * Puts a finding back into the list.
     *
     * @throws Refusal 404 where nobody said that this is no double
     */
    public void unsettle(UUID version, CheckKind kind, UUID place, SignedIn who) {
        FindingLine line = find(reviewed(version).settled(), kind, place).orElseThrow(Nodes::missing);
        Spot first = Nodes.found(Optional.ofNullable(line.firstSpot()));
        store.delete(place, first.id());
        record(who, "double.unsettled", place);
    }

    private Reviewed reviewed(UUID version) {
        return Nodes.found(review.find(Optional.of(version)));
    }

    private static Optional<FindingLine> find(List<FindingLine> lines, CheckKind kind, UUID place) {
        return lines.stream()
                .filter(line -> line.kind() == kind && kind.isDouble())
                .filter(line -> line.spot().id().equals(place))
                .findFirst();
    }

    private void record(SignedIn who, String action, UUID place) {
        audit.record(new Actor(who.accountId(), who.name()), action, place.toString(), "");
    }
}
