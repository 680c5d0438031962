package de.kreiskonzept.platform.onboarding.evidence;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.evidence.Download;
import de.kreiskonzept.platform.monitoring.evidence.Parts;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Files that prove the answer to a question: everybody of the county reads them, whoever may answer adds and takes them away. */
@Hidden
@Controller("/{county}/start/fragen/{question}/nachweise")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class AnswerFilePages {
    private final AnswerFiles files;
    private final PageFrames frames;
    private final UploadSpace space;
    private final Texts texts;

    AnswerFilePages(AnswerFiles files, PageFrames frames, UploadSpace space, Texts texts) {
        this.files = files;
        this.frames = frames;
        this.space = space;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, String question, SignedIn who) {
        return view(request, county, files.get(question), who, FormErrors.none());
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<?> add(
            HttpRequest<?> request, String county, String question, SignedIn who, @Body MultipartBody body) {
        AnswerFiles.Asked asked = files.get(question);
        SentFile file = Parts.of(body).file();
        FormErrors errors = file.isNone()
                ? FormErrors.none().with("file", texts.text("onboarding.file.none"))
                : space.errors(file, FormErrors.none(), asked.files().size());
        if (asked.mayChange(who) && !errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(request, county, asked, who, errors));
        }
        files.add(question, file, who);
        return HttpResponse.seeOther(URI.create(address(county, question)));
    }

    @Get("/{file}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> download(String question, UUID file) {
        return Download.of(files.find(question, file));
    }

    @Post("/{file}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<?> remove(String county, String question, UUID file, SignedIn who) {
        files.remove(question, file, who);
        return HttpResponse.seeOther(URI.create(address(county, question)));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, AnswerFiles.Asked asked, SignedIn who, FormErrors errors) {
        String title = asked.question().title();
        PageFrame page = frames.of(request, "onboarding.file.title", title).withErrors(errors);
        String key = asked.question().key();
        return new ModelAndView<>(
                "onboarding/files",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("onboarding.crumb.start"), "/" + county + "/"),
                                new Crumb(page.t("onboarding.title"), "/" + county + "/start"),
                                new Crumb(title, "/" + county + "/start/fragen/" + key),
                                Crumb.here(page.t("onboarding.file.crumb"))),
                        "base",
                        address(county, key),
                        "files",
                        asked.files(),
                        "writes",
                        asked.mayChange(who)));
    }

    private static String address(String county, String question) {
        return "/" + county + "/start/fragen/" + question + "/nachweise";
    }
}
