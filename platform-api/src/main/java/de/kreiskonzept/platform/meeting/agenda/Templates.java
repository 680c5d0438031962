package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keeps the agendas that a committee uses again. */
@Singleton
@InWorkspace
public class Templates {
    private final TemplateStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Templates(TemplateStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a template of a committee; gives its id. */
    public UUID create(UUID committee, TemplateForm form, SignedIn who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var template = new AgendaTemplate(Ids.create(now), committee, form.name(), form.items(), now, now, 0);
        store.insert(template);
        record(who, "agenda-template.created", template.id());
        return template.id();
    }

    /**
     * Changes a template.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void change(AgendaTemplate before, long version, TemplateForm form, SignedIn who) {
        store.update(new AgendaTemplate(
                before.id(),
                before.committeeId(),
                form.name(),
                form.items(),
                before.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                version));
        record(who, "agenda-template.changed", before.id());
    }

    /**
     * Deletes a template; agendas that began with it stay.
     *
     * @throws Refusal 412 where it has changed in between
     */
    void delete(UUID id, long version, SignedIn who) {
        store.delete(id, version);
        record(who, "agenda-template.deleted", id);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
