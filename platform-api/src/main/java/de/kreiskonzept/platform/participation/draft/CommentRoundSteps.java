package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.CommentState;
import de.kreiskonzept.model.participation.Invitee;
import de.kreiskonzept.model.participation.InviteeKind;
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

/** What a lead does with a comment round besides its words: invite, open, close, delete it, and the links. */
@Hidden
@Controller("/{county}/beteiligung/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class CommentRoundSteps {
    private final CommentRounds rounds;
    private final Inviting inviting;
    private final PageFrames frames;
    private final Texts texts;

    CommentRoundSteps(CommentRounds rounds, Inviting inviting, PageFrames frames, Texts texts) {
        this.rounds = rounds;
        this.inviting = inviting;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/einladen")
    ModelAndView<Map<String, Object>> askInvite(HttpRequest<?> request, String county, UUID id) {
        CommentRound round = rounds.get(id);
        CommentRounds.require(round, CommentState.DRAFT, CommentState.OPEN);
        return invitation(request, county, round, new InvitationForm("", ""), FormErrors.none());
    }

    @Post("/einladen")
    HttpResponse<?> invite(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        InvitationForm form = InvitationForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(invitation(request, county, rounds.get(id), form, errors));
        }
        inviting.invite(id, form, who);
        return CommentRoundPages.done(county, id, "eingeladen");
    }

    @Get("/oeffnen")
    ModelAndView<Map<String, Object>> askOpen(HttpRequest<?> request, String county, UUID id) {
        return step(request, county, id, "open", CommentState.DRAFT);
    }

    @Post("/oeffnen")
    HttpResponse<?> open(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        inviting.open(id, FieldChecks.version(fields), who);
        return CommentRoundPages.done(county, id, "geoeffnet");
    }

    @Get("/schliessen")
    ModelAndView<Map<String, Object>> askClose(HttpRequest<?> request, String county, UUID id) {
        return step(request, county, id, "close", CommentState.OPEN);
    }

    @Post("/schliessen")
    HttpResponse<?> close(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        rounds.close(id, FieldChecks.version(fields), who);
        return CommentRoundPages.done(county, id, "geschlossen");
    }

    @Get("/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id) {
        return step(request, county, id, "delete", CommentState.DRAFT);
    }

    @Post("/loeschen")
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        rounds.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(CommentRoundPages.base(county)));
    }

    /** A new link: sent to a person, shown once for a network. */
    @Post("/eingeladene/{invitee}/link")
    HttpResponse<?> link(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID invitee) {
        Invitee one = inviting.get(id, invitee);
        if (one.kind() == InviteeKind.PERSON) {
            inviting.sendAgain(id, invitee, who);
            return CommentRoundPages.done(county, id, "gesendet");
        }
        String link = inviting.renewLink(id, invitee, who);
        PageFrame page = frames.of(request, "commenting.link.title", one.name());
        var model = new HashMap<String, Object>();
        model.put("page", CommentRoundPages.below(page, county, rounds.get(id)));
        model.put("link", link);
        model.put("back", CommentRoundPages.base(county) + "/" + id);
        return HttpResponse.ok(new ModelAndView<>("commenting/link", model));
    }

    @Post("/eingeladene/{invitee}/sperren")
    HttpResponse<?> revoke(String county, SignedIn who, UUID id, UUID invitee) {
        inviting.revoke(id, invitee, who);
        return CommentRoundPages.done(county, id, "gesperrt");
    }

    @Post("/eingeladene/{invitee}/entfernen")
    HttpResponse<?> remove(String county, SignedIn who, UUID id, UUID invitee) {
        inviting.remove(id, invitee, who);
        return CommentRoundPages.done(county, id, "entfernt");
    }

    private ModelAndView<Map<String, Object>> invitation(
            HttpRequest<?> request, String county, CommentRound round, InvitationForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "commenting.invite.title").withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", CommentRoundPages.below(page, county, round));
        model.put("base", CommentRoundPages.base(county) + "/" + round.id());
        model.put("open", round.state() == CommentState.OPEN);
        model.put("form", form);
        return new ModelAndView<>("commenting/invite", model);
    }

    private ModelAndView<Map<String, Object>> step(
            HttpRequest<?> request, String county, UUID id, String step, CommentState state) {
        CommentRoundStore.Line line = rounds.getCounted(id);
        CommentRounds.require(line.round(), state);
        PageFrame page = frames.of(request, "commenting." + step + ".title");
        var model = new HashMap<String, Object>();
        model.put("page", CommentRoundPages.below(page, county, line.round()));
        model.put("line", line);
        model.put("step", step);
        model.put("invitees", inviting.list(id));
        model.put("action", request.getPath());
        model.put("cancel", CommentRoundPages.base(county) + "/" + id);
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("commenting/step", model);
    }
}
