package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agenda templates of a committee. */
@Hidden
@Controller("/{county}/gremien/{id}/tagesordnungen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class TemplatePages {
    private final Templates templates;
    private final TemplateStore store;
    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    TemplatePages(Templates templates, TemplateStore store, Committees committees, PageFrames frames, Texts texts) {
        this.templates = templates;
        this.store = store;
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    /** What stands in the form; the template is null for a new one. */
    private record Shown(
            Committee committee, @Nullable AgendaTemplate template, TemplateForm form, FormErrors errors) {}

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Committee committee = committees.read(who).get(id);
        return new ModelAndView<>(
                "meeting/templates",
                Map.of(
                        "page",
                        crumbs(frames.of(request, "agenda.templates"), county, committee),
                        "here",
                        here(county, id),
                        "templates",
                        store.list(id)));
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Committee committee = committees.read(who).get(id);
        return view(request, county, new Shown(committee, null, new TemplateForm("", ""), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        Committee committee = committees.read(who).get(id);
        TemplateForm form = TemplateForm.of(fields);
        FormErrors errors = form.errors(texts, store.list(id), null);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, county, new Shown(committee, null, form, errors)));
        }
        templates.create(id, form, who);
        return HttpResponse.seeOther(URI.create(here(county, id)));
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who) {
        Committee committee = committees.read(who).get(place.id());
        AgendaTemplate template = template(place);
        var form = new TemplateForm(template.name(), template.items());
        return view(request, place.county(), new Shown(committee, template, form, FormErrors.none()));
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        Committee committee = committees.read(who).get(place.id());
        AgendaTemplate template = template(place);
        TemplateForm form = TemplateForm.of(fields);
        FormErrors errors = form.errors(texts, store.list(place.id()), place.part());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, place.county(), new Shown(committee, template, form, errors)));
        }
        templates.change(template, FieldChecks.version(fields), form, who);
        return HttpResponse.seeOther(URI.create(here(place.county(), place.id())));
    }

    @Get("/{part}/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who) {
        Committee committee = committees.read(who).get(place.id());
        AgendaTemplate template = template(place);
        PageFrame page = frames.of(request, "agenda.template.delete");
        String here = here(place.county(), place.id());
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        crumbs(page, place.county(), committee),
                        "base",
                        here + "/" + template.id(),
                        "cancel",
                        here,
                        "question",
                        page.t("agenda.template.deleteQuestion", template.name()),
                        "label",
                        page.title(),
                        "version",
                        template.version()));
    }

    @Post("/{part}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(@RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        templates.delete(template(place).id(), FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(here(place.county(), place.id())));
    }

    private AgendaTemplate template(MeetingPlace place) {
        return store.find(place.id(), place.part()).orElseThrow(Refusal::notFound);
    }

    private static String here(String county, UUID committee) {
        return CommitteeLinks.base(county) + "/" + committee + "/tagesordnungen";
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String county, Shown shown) {
        AgendaTemplate template = shown.template();
        PageFrame page = frames.of(request, template == null ? "agenda.template.new" : "agenda.template.edit")
                .withErrors(shown.errors());
        String here = here(county, shown.committee().id());
        var model = new HashMap<String, Object>();
        model.put("page", crumbs(page, county, shown.committee()));
        model.put("action", here + (template == null ? "" : "/" + template.id()));
        model.put("here", here);
        model.put("version", template == null ? "" : String.valueOf(template.version()));
        model.put("form", shown.form());
        return new ModelAndView<>("meeting/template", model);
    }

    private static PageFrame crumbs(PageFrame page, String county, Committee committee) {
        return page.withBreadcrumb(
                CommitteeLinks.start(page, county),
                CommitteeLinks.all(page, county),
                CommitteeLinks.one(county, committee.id(), committee.name()),
                new Crumb(page.t("meeting.list.title"), MeetingLinks.of(county, committee.id())),
                Crumb.here(page.title()));
    }
}
