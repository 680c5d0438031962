package de.kreiskonzept.platform.workflow.template;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.platform.catalogue.TakenCatalogue;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The lead writes process templates of the county's own; processes that began with one never change with it. */
@Singleton
@InWorkspace
public class OwnTemplates {
    private final TemplateStore store;
    private final TakenCatalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    OwnTemplates(TemplateStore store, TakenCatalogue catalogue, AuditTrail audit, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** The own ones by title. */
    @InWorkspace(readOnly = true)
    public List<OwnTemplate> list() {
        return store.list();
    }

    /** What a process can begin with: the own ones that can be read, then those of the catalogue that the county has taken. */
    @InWorkspace(readOnly = true)
    public List<ProcessTemplate> offered() {
        Stream<ProcessTemplate> own = store.list().stream().flatMap(template -> template.find().stream());
        return Stream.concat(own, catalogue.get().processes().stream()).toList();
    }

    /**
     * An own one.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public OwnTemplate get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** Stores a new one that was checked and gives its id. */
    public UUID create(TemplateForm form, SignedIn who) {
        UUID id = Ids.create(clock);
        store.insert(form.template(id, 0), now());
        record("processTemplate.created", id, who);
        return id;
    }

    /**
     * Stores another title and text that were checked.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void change(UUID id, long version, TemplateForm form, SignedIn who) {
        get(id);
        store.update(form.template(id, version), now());
        record("processTemplate.changed", id, who);
    }

    /**
     * Deletes it.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void delete(UUID id, long version, SignedIn who) {
        get(id);
        store.delete(id, version);
        record("processTemplate.deleted", id, who);
    }

    private void record(String action, UUID id, SignedIn who) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
