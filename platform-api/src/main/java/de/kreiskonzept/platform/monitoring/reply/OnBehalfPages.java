package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.evidence.Download;
import de.kreiskonzept.platform.monitoring.evidence.Parts;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import de.kreiskonzept.platform.monitoring.reply.Replies.Sheet;
import de.kreiskonzept.platform.monitoring.reply.ReplyViews.Place;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a body was asked and has answered, for a lead, who may answer for it. */
@Hidden
@Controller("/{county}/berichtsrunden/{round}/stellen/{asked}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class OnBehalfPages {
    private final Replies replies;
    private final ReplyViews views;
    private final UploadSpace space;
    private final Texts texts;

    OnBehalfPages(Replies replies, ReplyViews views, UploadSpace space, Texts texts) {
        this.replies = replies;
        this.views = views;
        this.space = space;
        this.texts = texts;
    }

    /** Which question of which body is meant. */
    @Introspected
    record Target(
            @PathVariable String county,
            @PathVariable UUID round,
            @PathVariable UUID asked) {
        String base() {
            return "/" + county + "/berichtsrunden/" + round + "/stellen/" + asked;
        }
    }

    @Get
    ModelAndView<Map<String, Object>> sheet(
            HttpRequest<?> request, @RequestBean Target target, @Nullable @QueryValue String erledigt) {
        return views.sheet(
                request,
                replies.sheet(target.round(), target.asked()),
                target.base(),
                erledigt == null ? null : Notice.success(texts.text("reply.saved")));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> question(HttpRequest<?> request, @RequestBean Target target, UUID id) {
        Sheet sheet = replies.sheet(target.round(), target.asked());
        Reply reply = sheet.get(id);
        return views.form(
                request,
                new Place(sheet, reply, target.base()),
                ReplyForm.of(reply, sheet.vocabulary()),
                FormErrors.none());
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request,
            SignedIn who,
            @RequestBean Target target,
            UUID id,
            @Body Map<String, Object> fields) {
        return take(request, who, target, id, new Parts(fields, SentFile.NONE));
    }

    @Post("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> answerWithFile(
            HttpRequest<?> request, SignedIn who, @RequestBean Target target, UUID id, @Body MultipartBody sent) {
        return take(request, who, target, id, Parts.of(sent));
    }

    private HttpResponse<?> take(HttpRequest<?> request, SignedIn who, Target target, UUID id, Parts parts) {
        Sheet sheet = replies.sheet(target.round(), target.asked());
        Reply reply = sheet.get(id);
        ReplyForm form = ReplyForm.of(parts.fields(), sheet.vocabulary());
        FormErrors errors = form.errors(reply, FieldChecks.version(parts.fields()), texts);
        errors = space.errors(parts.file(), errors, sheet.files(reply).size());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(views.form(request, new Place(sheet, reply, target.base()), form, errors));
        }
        replies.answerFor(target.asked(), reply, form.answer(reply, parts.file()), who);
        return HttpResponse.seeOther(URI.create(views.next(sheet, id, target.base())));
    }

    @Get("/{id}/anhang/{file}")
    HttpResponse<byte[]> file(@RequestBean Target target, UUID id, UUID file) {
        return Download.of(replies.findFile(replies.sheet(target.round(), target.asked()), id, file));
    }

    @Post("/{id}/anhang/{file}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> removeFile(@RequestBean Target target, SignedIn who, UUID id, UUID file) {
        replies.removeFile(
                replies.sheet(target.round(), target.asked()), id, file, new Actor(who.accountId(), who.name()));
        return HttpResponse.seeOther(URI.create(target.base() + "/" + id));
    }
}
