package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the holder of a personal link sees and answers, without an account: the measures of one body in one round, nothing else. */
@Hidden
@Controller("/{county}/meldung/{link}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class ReplyPages {
    private final Replies replies;
    private final ReplyViews views;
    private final UploadSpace space;
    private final Texts texts;

    ReplyPages(Replies replies, ReplyViews views, UploadSpace space, Texts texts) {
        this.replies = replies;
        this.views = views;
        this.space = space;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> sheet(
            HttpRequest<?> request, String county, String link, @Nullable @QueryValue String erledigt) {
        Sheet sheet = replies.byLink(link);
        replies.seen(sheet);
        return views.sheet(
                request,
                sheet,
                base(county, link),
                erledigt == null ? null : Notice.success(texts.text("reply.saved")));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> question(HttpRequest<?> request, String county, String link, UUID id) {
        Sheet sheet = replies.byLink(link);
        Reply reply = sheet.get(id);
        return views.form(
                request,
                new Place(sheet, reply, base(county, link)),
                ReplyForm.of(reply, sheet.vocabulary()),
                FormErrors.none());
    }

    /** Which question of which link is meant. */
    @Introspected
    record Target(
            @PathVariable String county,
            @PathVariable String link,
            @PathVariable UUID id) {
        String base() {
            return ReplyPages.base(county, link);
        }
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(HttpRequest<?> request, @RequestBean Target target, @Body Map<String, Object> fields) {
        return take(request, target, new Parts(fields, SentFile.NONE));
    }

    @Post("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> answerWithFile(HttpRequest<?> request, @RequestBean Target target, @Body MultipartBody body) {
        return take(request, target, Parts.of(body));
    }

    private HttpResponse<?> take(HttpRequest<?> request, Target target, Parts parts) {
        Sheet sheet = replies.byLink(target.link());
        Reply reply = sheet.get(target.id());
        ReplyForm form = ReplyForm.of(parts.fields(), sheet.vocabulary());
        FormErrors errors = form.errors(reply, FieldChecks.version(parts.fields()), texts);
        errors = space.errors(parts.file(), errors, sheet.files(reply).size());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(views.form(request, new Place(sheet, reply, target.base()), form, errors));
        }
        replies.answer(target.link(), reply, form.answer(reply, parts.file()));
        return HttpResponse.seeOther(URI.create(views.next(sheet, target.id(), target.base())));
    }

    @Get("/{id}/anhang/{file}")
    HttpResponse<byte[]> file(String link, UUID id, UUID file) {
        return Download.of(replies.findFile(replies.byLink(link), id, file));
    }

    @Post("/{id}/anhang/{file}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> removeFile(String county, String link, UUID id, UUID file) {
        Replies.Sheet sheet = replies.byLink(link);
        replies.removeFile(sheet, id, file, Replies.actor(sheet));
        return HttpResponse.seeOther(URI.create(base(county, link) + "/" + id));
    }

    @Post("/nichts-neues")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nothingNew(String county, String link) {
        replies.nothingNew(link);
        return HttpResponse.seeOther(URI.create(base(county, link) + "?erledigt=ja"));
    }

    private static String base(String county, String link) {
        return "/" + county + "/meldung/" + link;
    }
}
