package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of a version and the values of their series. The definition changes only while the version is not frozen; values are
 * entered at any time, because they are how a concept is watched after its adoption.
 */
@Singleton
@InWorkspace
public class Indicators {
    private final IndicatorStore store;
    private final Nodes nodes;
    private final Editors editors;
    private final Bin bin;
    private final AuditTrail audit;
    private final Clock clock;

    Indicators(IndicatorStore store, Nodes nodes, Editors editors, Bin bin, AuditTrail audit, Clock clock) {
        this.store = store;
        this.nodes = nodes;
        this.editors = editors;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an indicator belongs to; exactly one of both.
     *
     * @param goal id of a goal
     * @param measure id of a measure
     */
    public record Owner(@Nullable UUID goal, @Nullable UUID measure) {}

    /** What history and bin say of an indicator. */
    public static Subject subject(UUID id) {
        return new Subject("indicator", id);
    }

    /** All indicators of a version. */
    @InWorkspace(readOnly = true)
    public List<IndicatorLine> list(UUID versionId) {
        nodes.version(versionId);
        return store.list(versionId);
    }

    /** What the filter lets through; without a version that of the goal or measure, or the given one. */
    @InWorkspace(readOnly = true)
    public List<IndicatorLine> list(IndicatorFilter filter, UUID current) {
        Owner owner = filter.owner();
        UUID named = filter.version();
        UUID version = named == null ? current : named;
        if (owner == null) {
            return list(version);
        }
        UUID goal = owner.goal();
        return list(goal == null ? measureVersion(owner) : nodes.goal(goal).versionId()).stream()
                .filter(line ->
                        new Owner(line.indicator().goalId(), line.indicator().measureId()).equals(owner))
                .toList();
    }

    private UUID measureVersion(Owner owner) {
        return nodes.measure(Nodes.found(Optional.ofNullable(owner.measure()))).versionId();
    }

    /** Whether the person may add an indicator here. */
    @InWorkspace(readOnly = true)
    public boolean mayCreate(Owner owner, SignedIn who) {
        UUID goal = owner.goal();
        UUID version = goal == null ? measureVersion(owner) : nodes.goal(goal).versionId();
        return may(owner, who) && nodes.version(version).state().editable();
    }

    /** One indicator with its values. */
    @InWorkspace(readOnly = true)
    public IndicatorLine get(UUID id) {
        return Nodes.found(store.find(id));
    }

    /** Whether the person may enter values. */
    @InWorkspace(readOnly = true)
    public boolean mayMeasure(Indicator indicator, SignedIn who) {
        return may(new Owner(indicator.goalId(), indicator.measureId()), who);
    }

    /** Whether the person may change what is counted. */
    @InWorkspace(readOnly = true)
    public boolean mayDefine(Indicator indicator, SignedIn who) {
        return mayMeasure(indicator, who)
                && nodes.version(indicator.versionId()).state().editable();
    }

    /** Refuses who may not create an indicator here, and gives the version it will belong to. */
    @InWorkspace(readOnly = true)
    public UUID requireCreate(Owner owner, SignedIn who) {
        UUID goal = owner.goal();
        UUID measure = owner.measure();
        UUID version;
        if (goal != null && measure == null) {
            version = nodes.goal(goal).versionId();
        } else if (measure != null && goal == null) {
            version = nodes.measure(measure).versionId();
        } else {
            throw Nodes.missing();
        }
        requireChange(owner, who);
        return nodes.editable(version).id();
    }

    /** Creates an indicator without values and gives its id. */
    public UUID create(Owner owner, IndicatorForm form, SignedIn who) {
        UUID version = requireCreate(owner, who);
        Instant now = now();
        UUID series = Ids.create(now);
        store.begin(series, now);
        UUID id = Ids.create(now);
        store.insert(
                form.indicator(new Indicator(
                        id,
                        version,
                        series,
                        owner.goal(),
                        owner.measure(),
                        store.count(owner.goal(), owner.measure()),
                        form.name(),
                        "",
                        "",
                        "",
                        null,
                        null,
                        0)),
                now);
        record(who, "created", id, version);
        return id;
    }

    /** Stores a new indicator with its values. */
    public void add(Indicator indicator, List<Reading> readings, SignedIn who) {
        requireCreate(new Owner(indicator.goalId(), indicator.measureId()), who);
        Instant now = now();
        store.begin(indicator.seriesId(), now);
        store.insert(indicator, now);
        record(who, "created", indicator.id(), indicator.versionId());
        if (!readings.isEmpty()) {
            measure(indicator.id(), 0, readings, who);
        }
    }

    /** Stores another definition; stale if it is no longer in this version. */
    public void replace(Indicator indicator, SignedIn who) {
        Indicator old = requireDefine(indicator.id(), who);
        if (!store.update(old, indicator, now())) {
            throw Nodes.stale();
        }
        record(who, "changed", indicator.id(), old.versionId());
    }

    /** Changes what is counted; stale if it is no longer in this version. */
    public void change(UUID id, long version, IndicatorForm form, SignedIn who) {
        Indicator old = requireDefine(id, who);
        if (old.version() != version || !store.update(old, form.indicator(old), now())) {
            throw Nodes.stale();
        }
        record(who, "changed", id, old.versionId());
    }

    /** Puts an indicator into the bin; its values stay for the versions that share them. */
    public void delete(UUID id, long version, SignedIn who) {
        Indicator old = requireDefine(id, who);
        Instant now = now();
        if (!store.mark(id, version, now, now) || !bin.put(subject(id), now.atOffset(ZoneOffset.UTC), who)) {
            throw Nodes.stale();
        }
        record(who, "deleted", id, old.versionId());
    }

    /** Takes a deletion back; nothing happens where it is not deleted. */
    public void restore(UUID id, SignedIn who) {
        var deleted = store.findDeleted(id);
        if (deleted.isEmpty()) {
            get(id);
            return;
        }
        Indicator old = deleted.get();
        Owner owner = new Owner(old.goalId(), old.measureId());
        requireChange(owner, who);
        nodes.editable(old.versionId());
        bin.take(subject(id));
        store.mark(id, old.version(), null, now());
        if (store.find(id).isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "parent-deleted", "concept.refused.parentDeleted");
        }
        record(who, "restored", id, old.versionId());
    }

    /** Gives the series of an indicator exactly these values; stale if they are no longer in this version. */
    public void measure(UUID id, long seriesVersion, List<Reading> readings, SignedIn who) {
        IndicatorLine line = get(id);
        Indicator indicator = line.indicator();
        requireChange(new Owner(indicator.goalId(), indicator.measureId()), who);
        if (!store.measure(line, seriesVersion, readings, now())) {
            throw Nodes.stale();
        }
        record(who, "measured", id, indicator.versionId());
    }

    /** Refuses who may not enter values. */
    @InWorkspace(readOnly = true)
    public void requireMeasure(UUID id, SignedIn who) {
        Indicator indicator = get(id).indicator();
        requireChange(new Owner(indicator.goalId(), indicator.measureId()), who);
    }

    /** Refuses who may not change what is counted, and gives the indicator. */
    @InWorkspace(readOnly = true)
    public Indicator requireDefine(UUID id, SignedIn who) {
        Indicator indicator = get(id).indicator();
        requireChange(new Owner(indicator.goalId(), indicator.measureId()), who);
        nodes.editable(indicator.versionId());
        return indicator;
    }

    private boolean may(Owner owner, SignedIn who) {
        UUID goal = owner.goal();
        UUID measure = owner.measure();
        return measure != null
                ? editors.mayChangeMeasure(who, measure)
                : goal != null && editors.mayChangeSection(who, nodes.sectionOf(NodeKind.GOAL, goal));
    }

    private void requireChange(Owner owner, SignedIn who) {
        UUID goal = owner.goal();
        UUID measure = owner.measure();
        if (measure != null) {
            editors.requireMeasure(who, measure);
        } else if (goal != null) {
            editors.requireSection(who, nodes.sectionOf(NodeKind.GOAL, goal));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String done, UUID id, UUID version) {
        audit.record(new Actor(who.accountId(), who.name()), "indicator." + done, id.toString(), "version " + version);
    }
}
