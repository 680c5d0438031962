package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which an operator sends an exported file, sees what it holds, and makes a workspace of it. */
@Hidden
@Controller(ImportPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.OPERATOR)
class ImportPages {
    static final String PATH = "/uebernahme";

    /** Megabytes; a form is read whole to find its hidden value. */
    private static final long MOST_BY_FORM = 20;

    private final IncomingFiles files;
    private final Frames frames;
    private final Moments moments;
    private final Texts texts;

    ImportPages(IncomingFiles files, Frames frames, Moments moments, Texts texts) {
        this.files = files;
        this.frames = frames;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * Which county the content is for.
     *
     * @param ags 5 digits
     */
    @Serdeable
    record CountyForm(@Nullable String ags, @Nullable String csrfToken) {}

    @Get
    @FreshCode
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, @QueryValue(defaultValue = "1") int page) {
        return form(request, page, FormErrors.none());
    }

    @Post
    @FreshCode
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> send(HttpRequest<?> request, SignedIn who, @Nullable @Part("file") CompletedFileUpload file)
            throws IOException {
        if (file == null || file.getSize() == 0) {
            return again(request, texts.text("transfer.file.missing"));
        }
        try (var in = file.getInputStream()) {
            return seeOther(files.receive(in, actor(who)).id());
        } catch (Refusal refused) {
            return again(request, refused.sentence(texts));
        }
    }

    private HttpResponse<?> again(HttpRequest<?> request, String wrong) {
        return HttpResponse.unprocessableEntity()
                .body(form(request, 1, FormErrors.none().with("file", wrong)));
    }

    /** Lets a browser look again while a workspace is made. */
    @Get("/{id}")
    MutableHttpResponse<?> show(HttpRequest<?> request, UUID id) {
        var file = files.get(id);
        var response = HttpResponse.ok(page(request, file, file.ags(), FormErrors.none()));
        return file.state() == IncomingFile.State.FILLING ? response.header("Refresh", "2") : response;
    }

    @Post("/{id}")
    @FreshCode
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, SignedIn who, UUID id, @Body CountyForm form) {
        try {
            return seeOther(files.begin(id, form.ags(), actor(who)).id());
        } catch (Refusal refused) {
            var errors = FormErrors.none().with("ags", refused.sentence(texts));
            var typed = Objects.requireNonNullElse(form.ags(), "");
            return HttpResponse.unprocessableEntity().body(page(request, files.get(id), typed, errors));
        }
    }

    @Post("/{id}/verwerfen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(SignedIn who, UUID id) throws IOException {
        files.discard(id, actor(who));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, int part, FormErrors errors) {
        var number = Math.clamp(part, 1, 100_000);
        return new ModelAndView<>(
                "transfer/send",
                Map.of(
                        "page", frames.of(request, "transfer.title").withErrors(errors),
                        "megabytes", Math.min(MOST_BY_FORM, files.largest()),
                        "files", files.list((number - 1L) * ListPart.USUAL, ListPart.USUAL),
                        "paging", new Paging(number, ListPart.USUAL, files.count(), PATH),
                        "moments", moments));
    }

    private ModelAndView<Map<String, Object>> page(
            HttpRequest<?> request, IncomingFile file, String ags, FormErrors errors) {
        var frame = frames.of(request, "transfer.file.title");
        var page = frame.withBreadcrumb(new Crumb(frame.t("transfer.title"), PATH), Crumb.here(frame.title()))
                .withErrors(errors);
        return new ModelAndView<>("transfer/file", Map.of("page", page, "file", file, "ags", ags, "moments", moments));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }

    private static HttpResponse<?> seeOther(UUID id) {
        return HttpResponse.seeOther(URI.create(PATH + "/" + id));
    }
}
