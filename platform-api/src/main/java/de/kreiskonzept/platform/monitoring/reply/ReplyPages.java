package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.monitoring.reply.Replies.Sheet;
import de.kreiskonzept.platform.monitoring.reply.ReplyViews.Place;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
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
    private final Texts texts;

    ReplyPages(Replies replies, ReplyViews views, Texts texts) {
        this.replies = replies;
        this.views = views;
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
        return views.form(request, new Place(sheet, reply, base(county, link)), ReplyForm.of(reply), FormErrors.none());
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request, String county, String link, UUID id, @Body Map<String, Object> fields) {
        Sheet sheet = replies.byLink(link);
        Reply reply = sheet.get(id);
        ReplyForm form = ReplyForm.of(fields);
        FormErrors errors = form.errors(reply, FieldChecks.version(fields), texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(views.form(request, new Place(sheet, reply, base(county, link)), form, errors));
        }
        replies.answer(link, reply, form.answer(reply));
        return HttpResponse.seeOther(URI.create(views.next(sheet, id, base(county, link))));
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
