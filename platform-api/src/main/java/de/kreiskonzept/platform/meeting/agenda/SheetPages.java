package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.meeting.Meetings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One meeting with its agenda, and its way from one state to the next. */
@Hidden
@Controller("/{county}/sitzungen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class SheetPages {
    private final Meetings meetings;
    private final TemplateStore templates;
    private final PageFrames frames;
    private final Texts texts;

    SheetPages(Meetings meetings, TemplateStore templates, PageFrames frames, Texts texts) {
        this.meetings = meetings;
        this.templates = templates;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        boolean lead = who.role().equals(Roles.LEAD);
        var words = new MeetingWords(meetings.zone());
        PageFrame page = frames.of(request, "meeting.title", words.name(sheet.meeting(), sheet.committee()));
        return new ModelAndView<>(
                "meeting/meeting",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county),
                        "base",
                        MeetingLinks.base(county),
                        "county",
                        county,
                        "sheet",
                        sheet,
                        "words",
                        words,
                        "lead",
                        lead,
                        "templates",
                        lead && sheet.isOpen() ? templates.list(sheet.meeting().committeeId()) : List.of()));
    }

    @Post("/gehalten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> hold(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        meetings.go(id, FieldChecks.version(fields), MeetingState.HELD, "", who);
        return MeetingLinks.see(county, id);
    }

    @Get("/absagen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askCancel(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        return cancelForm(request, county, meetings.get(id, who), "", FormErrors.none());
    }

    @Post("/absagen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        String reason = FieldChecks.field(fields, "reason");
        FormErrors errors = reason.isEmpty()
                ? FormErrors.none().with("reason", texts.text("meeting.hindrance.no_reason"))
                : FormErrors.none().withLimit("reason", reason, TextLimits.TEXT, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(cancelForm(request, county, meetings.get(id, who), reason, errors));
        }
        meetings.go(id, FieldChecks.version(fields), MeetingState.CANCELLED, reason, who);
        return MeetingLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> cancelForm(
            HttpRequest<?> request, String county, MeetingSheet sheet, String reason, FormErrors errors) {
        PageFrame page = frames.of(request, "meeting.cancel").withErrors(errors);
        return new ModelAndView<>(
                "meeting/cancel",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county, sheet),
                        "here",
                        MeetingLinks.one(county, sheet.meeting().id()),
                        "sheet",
                        sheet,
                        "reason",
                        reason));
    }

    @Get("/loeschen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        PageFrame page = frames.of(request, "meeting.delete.title");
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county, sheet),
                        "base",
                        MeetingLinks.one(county, id),
                        "question",
                        page.t(
                                "meeting.delete.question",
                                new MeetingWords(meetings.zone()).name(sheet.meeting(), sheet.committee())),
                        "label",
                        page.t("meeting.delete.title"),
                        "version",
                        sheet.meeting().version()));
    }

    @Post("/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        UUID committee = meetings.get(id, who).meeting().committeeId();
        meetings.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(MeetingLinks.of(county, committee)));
    }
}
