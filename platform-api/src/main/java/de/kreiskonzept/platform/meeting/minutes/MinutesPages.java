package de.kreiskonzept.platform.meeting.minutes;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.meeting.minutes.Remark.State;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The minutes of a meeting, what people say about them, and their approval. */
@Hidden
@Controller("/{county}/sitzungen/{id}/niederschrift")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class MinutesPages {
    private final Minutes minutes;
    private final PageFrames frames;
    private final Texts texts;

    MinutesPages(Minutes minutes, PageFrames frames, Texts texts) {
        this.minutes = minutes;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        return view(request, county, minutes.get(id, who), who, new Typed("", FormErrors.none()));
    }

    @Post("/versenden")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> circulate(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        minutes.circulate(id, FieldChecks.version(fields), who);
        return see(county, id);
    }

    @Post("/genehmigen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        minutes.approve(id, FieldChecks.version(fields), who);
        return see(county, id);
    }

    @Post("/einwaende")
    @Secured({Roles.LEAD, Roles.MEMBER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remark(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        String text = FieldChecks.field(fields, "text");
        FormErrors errors = text.isEmpty()
                ? FormErrors.none().with("text", texts.text("minutes.fault.text"))
                : FormErrors.none().withLimit("text", text, TextLimits.TEXT, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, county, minutes.get(id, who), who, new Typed(text, errors)));
        }
        minutes.remark(id, Inputs.id(FieldChecks.field(fields, "item")), text, who);
        return see(county, id);
    }

    @Post("/einwaende/{part}")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request, @RequestBean MeetingPlace place, SignedIn who, @Body Map<String, Object> fields) {
        String words = FieldChecks.field(fields, "answer");
        FormErrors errors = FormErrors.none().withLimit("answer", words, TextLimits.TEXT, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, place.county(), minutes.get(place.id(), who), who, new Typed("", errors)));
        }
        State state = FieldChecks.field(fields, "state").equals(State.TAKEN.text()) ? State.TAKEN : State.REFUSED;
        minutes.answer(place.id(), place.part(), FieldChecks.version(fields), new Minutes.Answered(state, words), who);
        return see(place.county(), place.id());
    }

    private static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(MeetingLinks.one(county, id) + "/niederschrift"));
    }

    /** A remark as typed. */
    private record Typed(String text, FormErrors errors) {}

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, MinutesSheet sheet, SignedIn who, Typed typed) {
        PageFrame page = frames.of(request, "minutes.title").withErrors(typed.errors());
        var model = new HashMap<String, Object>();
        model.put("page", MeetingLinks.below(page, county, sheet.sheet()));
        model.put("here", MeetingLinks.one(county, sheet.sheet().meeting().id()));
        model.put("sheet", sheet);
        model.put("words", new MeetingWords(sheet.sheet().zone()));
        model.put("lead", who.role().equals(Roles.LEAD));
        model.put("typed", typed.text());
        model.put("items", items(sheet));
        return new ModelAndView<>("meeting/minutes", model);
    }

    private static List<Choice> items(MinutesSheet sheet) {
        return sheet.sheet().agenda().lines().stream()
                .map(line -> Choice.of(
                        line.item().id().toString(),
                        line.number() + " " + line.item().title()))
                .toList();
    }
}
