package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.monitoring.evidence.Evidence;
import de.kreiskonzept.platform.monitoring.evidence.EvidenceStore;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives a measure a light, or takes it in or out of the evaluation; what was said before stays in the history. */
@Singleton
@InWorkspace
public class Assessment {
    private final LightStore store;
    private final Editors editors;
    private final FieldHistory fields;
    private final AuditTrail audit;
    private final EvidenceStore evidence;
    private final Clock clock;

    Assessment(
            LightStore store,
            Editors editors,
            FieldHistory fields,
            AuditTrail audit,
            EvidenceStore evidence,
            Clock clock) {
        this.store = store;
        this.editors = editors;
        this.fields = fields;
        this.audit = audit;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Part of the history of one measure.
     *
     * @param rows the latest first
     * @param total rows of the whole history
     * @param files by the ids of the rows
     */
    record History(
            List<de.kreiskonzept.model.monitoring.Assessment> rows, long total, Map<UUID, List<Evidence>> files) {}

    /**
     * Gives the measure this light and adds it to the history, both or nothing.
     *
     * @param version of the measure that the person has seen
     * @return the new row of the history
     * @throws Refusal 403 where the measure is not assigned to this person, 404 where there is none, 412 where it was changed in between
     */
    public de.kreiskonzept.model.monitoring.Assessment assess(UUID measure, long version, Light light, SignedIn who) {
        Assessed before = get(measure);
        editors.requireMeasure(who, measure);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        return add(before, light, who);
    }

    /** What is wrong with the file that is to show it, behind what is wrong with the rest of the form. */
    FormErrors errors(SentFile file, FormErrors before) {
        return evidence.errors(file, before);
    }

    /** The same with a file that shows it. */
    de.kreiskonzept.model.monitoring.Assessment assess(
            UUID measure, long version, Light light, SignedIn who, SentFile file) {
        var added = assess(measure, version, light, who);
        evidence.addToAssessment(added.id(), file);
        return added;
    }

    private de.kreiskonzept.model.monitoring.Assessment add(Assessed before, Light light, SignedIn who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var assessment = new de.kreiskonzept.model.monitoring.Assessment(
                Ids.create(clock),
                before.id(),
                light.light(),
                light.reason(),
                light.justification(),
                now,
                who.accountId(),
                who.name(),
                "",
                light.status(),
                now,
                now,
                0);
        if (!store.add(assessment, before.current())) {
            throw Refusal.stale();
        }
        ReasonClass reason = light.reason();
        String after = reason == null ? light.light().text() : light.light().text() + " " + reason.text();
        record(who, "measure.assessed", before.id(), before.current().light().text() + " -> " + after);
        return assessment;
    }

    /**
     * Takes the measure into the evaluation or out of it.
     *
     * @param version of the measure that the person has seen
     * @throws Refusal 403 where the measure is not assigned to this person, 404 where there is none, 412 where it was changed in between
     */
    public void count(UUID measure, long version, boolean counted, SignedIn who) {
        Assessed before = get(measure);
        editors.requireMeasure(who, measure);
        if (before.version() != version || !store.count(measure, before.current(), counted, clock.instant())) {
            throw Refusal.stale();
        }
        fields.changed(
                new Subject("measure", measure),
                0,
                Map.of("counted", String.valueOf(before.current().counted())),
                Map.of("counted", String.valueOf(counted)));
        record(who, "measure.counted", measure, String.valueOf(counted));
    }

    /**
     * A measure with its current light.
     *
     * @throws Refusal 404 where there is no such measure
     */
    @InWorkspace(readOnly = true)
    public Assessed get(UUID measure) {
        return store.find(measure).orElseThrow(Refusal::notFound);
    }

    /** Whether the person may give this measure a light. */
    @InWorkspace(readOnly = true)
    public boolean mayAssess(UUID measure, SignedIn who) {
        return editors.mayChangeMeasure(who, measure);
    }

    /** Part of the history of a measure, from the given row on. */
    @InWorkspace(readOnly = true)
    public History history(UUID measure, long offset, int limit) {
        get(measure);
        var rows = store.list(measure, offset, limit);
        var ids = rows.stream()
                .map(de.kreiskonzept.model.monitoring.Assessment::id)
                .toList();
        return new History(rows, store.number(measure), evidence.ofAssessments(ids));
    }

    // Ids and words of the program only: what people wrote stays in the history of the measure.
    private void record(SignedIn who, String action, UUID measure, String detail) {
        audit.record(new Actor(who.accountId(), who.name()), action, measure.toString(), detail);
    }
}
