package de.kreiskonzept.platform.oparl.reference;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Upload of a file with objects of OParl, its preview and take-over. */
@Hidden
@Controller("/{county}/gremien/verweise/import")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ReferenceImportPages {
    private final References references;
    private final ReferenceStore store;
    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    ReferenceImportPages(
            References references, ReferenceStore store, Committees committees, PageFrames frames, Texts texts) {
        this.references = references;
        this.store = store;
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county) {
        return form(request, county, FormErrors.none());
    }

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, FormErrors errors) {
        return new ModelAndView<>(
                "oparl/upload",
                Map.of(
                        "page",
                        page(request, county, "reference.import").withErrors(errors),
                        "base",
                        ReferencePages.base(county)));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(HttpRequest<?> request, String county, @Nullable @Part("file") CompletedFileUpload file)
            throws IOException {
        if (file == null || file.getSize() == 0) {
            var errors = FormErrors.none().with("file", texts.text("reference.fault.file"));
            return HttpResponse.unprocessableEntity().body(form(request, county, errors));
        }
        try {
            UUID id = references.keep(file.getBytes());
            return HttpResponse.seeOther(URI.create(ReferencePages.base(county) + "/import/" + id));
        } catch (Refusal refusal) {
            var errors = FormErrors.none().with("file", refusal.sentence(texts));
            return HttpResponse.status(refusal.status()).body(form(request, county, errors));
        }
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> preview(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        References.Preview preview = references.preview(id);
        List<Choice> known = choices(who);
        return preview(
                page(request, county, "reference.preview.title"),
                county,
                preview,
                new Chosen(known, proposed(preview, known)));
    }

    /** Committees to choose from, and those chosen by what the other system calls them. */
    private record Chosen(List<Choice> committees, Map<String, String> values) {}

    private ModelAndView<Map<String, Object>> preview(
            PageFrame page, String county, References.Preview preview, Chosen chosen) {
        return new ModelAndView<>(
                "oparl/preview",
                Map.of(
                        "page",
                        page,
                        "base",
                        ReferencePages.base(county),
                        "preview",
                        preview,
                        "committees",
                        chosen.committees(),
                        "chosen",
                        chosen.values()));
    }

    private Map<String, String> proposed(References.Preview preview, List<Choice> known) {
        Map<String, UUID> matched = store.matched();
        var proposed = new HashMap<String, String>();
        preview.organisations().forEach(organisation -> {
            UUID before = matched.get(organisation);
            proposed.put(organisation, before == null ? sameName(organisation, known) : before.toString());
        });
        return proposed;
    }

    private static String sameName(String organisation, List<Choice> known) {
        return known.stream()
                .filter(choice -> choice.label().equalsIgnoreCase(organisation))
                .map(Choice::value)
                .findFirst()
                .orElse("");
    }

    private List<Choice> choices(SignedIn who) {
        return committees.read(who).structure().committees().stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }

    @Post("/{id}/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOver(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        References.Preview preview = references.preview(id);
        var form = MatchForm.of(fields, preview.organisations());
        List<Choice> known = choices(who);
        FormErrors errors = form.errors(texts, known);
        if (!errors.isEmpty()) {
            PageFrame page = page(request, county, "reference.preview.title").withErrors(errors);
            return HttpResponse.unprocessableEntity()
                    .body(preview(page, county, preview, new Chosen(known, form.values())));
        }
        references.takeOver(id, form.committees(), who);
        return HttpResponse.seeOther(URI.create(ReferencePages.base(county) + "?erledigt=uebernommen"));
    }

    private PageFrame page(HttpRequest<?> request, String county, String title) {
        PageFrame page = frames.of(request, title);
        return page.withBreadcrumb(
                CommitteeLinks.start(page, county),
                CommitteeLinks.all(page, county),
                new Crumb(page.t("reference.title"), ReferencePages.base(county)),
                Crumb.here(page.title()));
    }
}
