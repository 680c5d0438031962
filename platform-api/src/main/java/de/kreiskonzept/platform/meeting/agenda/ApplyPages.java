package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.Meetings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An agenda begins with a template. */
@Hidden
@Controller("/{county}/sitzungen/{id}/tagesordnung")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ApplyPages {
    private final Agendas agendas;
    private final TemplateStore store;
    private final Meetings meetings;

    ApplyPages(Agendas agendas, TemplateStore store, Meetings meetings) {
        this.agendas = agendas;
        this.store = store;
        this.meetings = meetings;
    }

    @Post("/vorlage")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> apply(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        Meeting meeting = meetings.get(id, who).meeting();
        AgendaTemplate template = Optional.ofNullable(Inputs.id(FieldChecks.field(fields, "template")))
                .flatMap(chosen -> store.find(meeting.committeeId(), chosen))
                .orElseThrow(Refusal::notFound);
        agendas.apply(id, template, who);
        return MeetingLinks.see(county, id);
    }
}
