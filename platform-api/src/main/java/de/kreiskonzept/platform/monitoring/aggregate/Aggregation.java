package de.kreiskonzept.platform.monitoring.aggregate;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Evaluation;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses the rule by which lights become one colour, and sets such a colour by hand. */
@Singleton
@InWorkspace
class Aggregation {
    private final AggregateStore store;
    private final Evaluation evaluation;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;

    Aggregation(AggregateStore store, Evaluation evaluation, Concepts concepts, AuditTrail audit, Clock clock) {
        this.store = store;
        this.evaluation = evaluation;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The rule that holds.
     *
     * @param version 0 where the county has chosen none yet
     */
    record Chosen(AggregateRule rule, long version) {}

    @InWorkspace(readOnly = true)
    Chosen rule() {
        return store.findRule();
    }

    /**
     * Chooses another rule; Stände keep the colours they have.
     *
     * @throws Refusal 412 where somebody has chosen meanwhile
     */
    Chosen choose(AggregateRule rule, long version, SignedIn who) {
        if (!store.putRule(rule, version, clock.instant())) {
            throw Refusal.stale();
        }
        record(who, "ampel.rule", "rule", rule.kind().text());
        return new Chosen(rule, version + 1);
    }

    /**
     * A part of the version that holds, with its colour.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    Ampel.Place get(UUID place) {
        return evaluation
                .find()
                .flatMap(ampel ->
                        ampel.places().filter(one -> one.id().equals(place)).findFirst())
                .orElseThrow(Refusal::notFound);
    }

    /** What was decided about a part of the version that holds, the latest first. */
    @InWorkspace(readOnly = true)
    List<Decision> history(UUID place) {
        UUID stored = stored(place);
        return list().stream()
                .filter(one -> Objects.equals(one.place(), stored))
                .toList();
    }

    /** Everything that was decided in the version that holds, the latest first. */
    @InWorkspace(readOnly = true)
    List<Decision> list() {
        return concepts.findValidVersion()
                .map(version -> store.list(version.id()))
                .orElse(List.of());
    }

    /**
     * Sets the colour of a part, or takes back what was set.
     *
     * @param light null where the computed colour is to hold again
     * @param reason not blank where there is a light
     * @throws Refusal 404 where there is no such part, 409 where nothing is set that could be taken back
     */
    Decision decide(UUID place, @Nullable TrafficLight light, String reason, SignedIn who) {
        Ampel.Place part = get(place);
        UUID version = concepts.findValidVersion().map(ConceptVersion::id).orElseThrow(Refusal::notFound);
        if (light == null && part.aggregate().override() == null) {
            throw new Refusal(HttpStatus.CONFLICT, "nothing-set", "aggregate.refused.nothingSet");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decision = new Decision(
                Ids.create(now),
                stored(place),
                part.aggregate().computed(),
                light,
                light == null ? "" : reason,
                who.name(),
                now);
        store.add(version, part.level(), decision, who.accountId());
        record(
                who,
                light == null ? "ampel.computed" : "ampel.overridden",
                place.equals(Aggregates.WHOLE) ? version.toString() : place.toString(),
                light == null ? "" : light.text());
        return decision;
    }

    private static @Nullable UUID stored(UUID place) {
        return place.equals(Aggregates.WHOLE) ? null : place;
    }

    private void record(SignedIn who, String action, String subject, String detail) {
        audit.record(new Actor(who.accountId(), who.name()), action, subject, detail);
    }
}
