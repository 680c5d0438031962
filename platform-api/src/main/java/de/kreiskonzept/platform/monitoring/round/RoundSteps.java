package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a lead does with a round besides its words: open, remind, close, delete it, and the links of its bodies. */
@Hidden
@Controller("/{county}/berichtsrunden/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class RoundSteps {
    private final Rounds rounds;
    private final Asking asking;
    private final Closing closing;
    private final PageFrames frames;

    RoundSteps(Rounds rounds, Asking asking, Closing closing, PageFrames frames) {
        this.rounds = rounds;
        this.asking = asking;
        this.closing = closing;
        this.frames = frames;
    }

    @Get("/oeffnen")
    ModelAndView<Map<String, Object>> askOpen(HttpRequest<?> request, String county, UUID id) {
        Rounds.Whole whole = rounds.getWhole(id);
        Rounds.require(whole.round(), RoundState.DRAFT);
        return step(request, county, whole, "open");
    }

    @Post("/oeffnen")
    HttpResponse<?> open(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        asking.open(id, FieldChecks.version(fields), who);
        return RoundPages.done(county, id, "geoeffnet");
    }

    @Get("/schliessen")
    ModelAndView<Map<String, Object>> askClose(HttpRequest<?> request, String county, UUID id) {
        Rounds.Whole whole = rounds.getWhole(id);
        Rounds.require(whole.round(), RoundState.OPEN);
        return step(request, county, whole, "close");
    }

    @Post("/schliessen")
    HttpResponse<?> close(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        closing.close(id, FieldChecks.version(fields), who);
        return RoundPages.done(county, id, "geschlossen");
    }

    @Get("/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id) {
        Rounds.Whole whole = rounds.getWhole(id);
        Rounds.require(whole.round(), RoundState.DRAFT);
        return step(request, county, whole, "delete");
    }

    @Post("/loeschen")
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        rounds.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(RoundPages.base(county)));
    }

    @Post("/ermitteln")
    HttpResponse<?> renew(String county, SignedIn who, UUID id) {
        rounds.renew(id, who);
        return RoundPages.done(county, id, "ermittelt");
    }

    @Post("/erinnern")
    HttpResponse<?> remind(String county, SignedIn who, UUID id) {
        asking.remind(id, who);
        return RoundPages.done(county, id, "erinnert");
    }

    @Post("/stellen/{body}/link")
    HttpResponse<?> askAgain(String county, SignedIn who, UUID id, UUID body) {
        asking.askAgain(id, body, who);
        return RoundPages.done(county, id, "gesendet");
    }

    @Post("/stellen/{body}/sperren")
    HttpResponse<?> revoke(String county, SignedIn who, UUID id, UUID body) {
        asking.revoke(id, body, who);
        return RoundPages.done(county, id, "gesperrt");
    }

    private ModelAndView<Map<String, Object>> step(
            HttpRequest<?> request, String county, Rounds.Whole whole, String step) {
        PageFrame page = frames.of(request, "round." + step + ".title");
        String address = RoundPages.base(county) + "/" + whole.round().id();
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(RoundPages.crumbs(
                        page,
                        county,
                        new Crumb(page.t("round.list.title"), RoundPages.base(county)),
                        new Crumb(whole.round().name(), address),
                        Crumb.here(page.title()))));
        model.put("whole", whole);
        model.put("step", step);
        model.put("action", request.getPath());
        model.put("cancel", address);
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("round/step", model);
    }
}
