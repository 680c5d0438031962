package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for an item, and how it is moved and deleted. */
@Hidden
@Controller("/{county}/sitzungen/{id}/punkte")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ItemPages {
    private final Agendas agendas;
    private final Meetings meetings;
    private final PageFrames frames;
    private final Texts texts;

    ItemPages(Agendas agendas, Meetings meetings, PageFrames frames, Texts texts) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.frames = frames;
        this.texts = texts;
    }

    /** What stands in the form; the item is null for a new one, {@code isStale} where somebody else was faster. */
    private record Shown(
            MeetingSheet sheet, @Nullable AgendaItem item, ItemForm form, FormErrors errors, boolean isStale) {}

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Nullable @QueryValue UUID unter) {
        MeetingSheet sheet = meetings.get(id, who);
        return view(request, county, new Shown(sheet, null, ItemForm.empty(unter), FormErrors.none(), false));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        MeetingSheet sheet = meetings.get(id, who);
        ItemForm form = ItemForm.of(fields);
        FormErrors errors = form.errors(texts, sheet.agenda(), null);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, county, new Shown(sheet, null, form, errors, false)));
        }
        agendas.add(id, form, who);
        return MeetingLinks.see(county, id);
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who) {
        MeetingSheet sheet = meetings.get(place.id(), who);
        AgendaItem item = item(sheet, place.part());
        return view(request, place.county(), new Shown(sheet, item, ItemForm.of(item), FormErrors.none(), false));
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        MeetingSheet sheet = meetings.get(place.id(), who);
        AgendaItem item = item(sheet, place.part());
        ItemForm form = ItemForm.of(fields);
        FormErrors errors = form.errors(texts, sheet.agenda(), item.id());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, place.county(), new Shown(sheet, item, form, errors, false)));
        }
        try {
            agendas.change(place.id(), item.id(), FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.PRECONDITION_FAILED) {
                throw refusal;
            }
            FormErrors stale = FormErrors.none().with("", texts.text("agenda.fault.stale"));
            return HttpResponse.status(HttpStatus.PRECONDITION_FAILED)
                    .body(view(request, place.county(), new Shown(sheet, item, form, stale, true)));
        }
        return MeetingLinks.see(place.county(), place.id());
    }

    @Post("/{part}/verschieben")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(@RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        boolean up = FieldChecks.field(fields, "richtung").equals("hoch");
        agendas.move(place.id(), place.part(), FieldChecks.version(fields), up, who);
        return MeetingLinks.see(place.county(), place.id());
    }

    @Get("/{part}/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who) {
        MeetingSheet sheet = meetings.get(place.id(), who);
        AgendaItem item = item(sheet, place.part());
        PageFrame page = frames.of(request, "agenda.delete");
        String here = MeetingLinks.one(place.county(), place.id());
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        MeetingLinks.below(page, place.county(), sheet),
                        "base",
                        here + "/punkte/" + item.id(),
                        "cancel",
                        here,
                        "question",
                        page.t("agenda.deleteQuestion", item.title()),
                        "label",
                        page.title(),
                        "version",
                        item.version()));
    }

    @Post("/{part}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(@RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        agendas.delete(place.id(), place.part(), FieldChecks.version(fields), who);
        return MeetingLinks.see(place.county(), place.id());
    }

    @Get("/uebernehmen")
    ModelAndView<Map<String, Object>> askCarry(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        PageFrame page = frames.of(request, "agenda.carry");
        return new ModelAndView<>(
                "meeting/carry",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county, sheet),
                        "here",
                        MeetingLinks.one(county, id),
                        "sheet",
                        sheet,
                        "earlier",
                        agendas.listEarlier(sheet.meeting())));
    }

    @Post("/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> carry(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        List<UUID> chosen = FieldChecks.list(fields, "punkt").stream()
                .map(text -> {
                    UUID item = Inputs.id(text);
                    if (item == null) {
                        throw Refusal.notFound();
                    }
                    return item;
                })
                .toList();
        if (!chosen.isEmpty()) {
            agendas.carry(id, chosen, who);
        }
        return MeetingLinks.see(county, id);
    }

    private static AgendaItem item(MeetingSheet sheet, UUID id) {
        return sheet.agenda().find(id).map(Agenda.Line::item).orElseThrow(Refusal::notFound);
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String county, Shown shown) {
        AgendaItem item = shown.item();
        PageFrame page =
                frames.of(request, item == null ? "agenda.new" : "agenda.edit").withErrors(shown.errors());
        String here = MeetingLinks.one(county, shown.sheet().meeting().id());
        var model = new HashMap<String, Object>();
        model.put("page", MeetingLinks.below(page, county, shown.sheet()));
        model.put("action", here + "/punkte" + (item == null ? "" : "/" + item.id()));
        model.put("here", here);
        model.put("version", item == null ? "" : String.valueOf(item.version()));
        model.put("parents", parents(shown.sheet().agenda(), item));
        model.put("stored", shown.isStale() ? item : null);
        model.put("form", shown.form());
        return new ModelAndView<>("meeting/item", model);
    }

    private static List<Choice> parents(Agenda agenda, @Nullable AgendaItem item) {
        return agenda.parents(item == null ? null : item.id()).stream()
                .map(line -> Choice.of(
                        line.item().id().toString(),
                        line.number() + " " + line.item().title()))
                .toList();
    }
}
