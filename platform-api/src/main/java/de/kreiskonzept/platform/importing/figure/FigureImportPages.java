package de.kreiskonzept.platform.importing.figure;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.situation.FigureGroups;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.Figures.Place;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures from a CSV file: the file, a preview with what is wrong at its row, the take-over. */
@Hidden
@Controller("/{county}/konzept/zahlen/import")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class FigureImportPages {
    private static final byte[] ARCHIVE = {'P', 'K'};

    private final FigureImport imports;
    private final Figures figures;
    private final PageFrames frames;
    private final Texts texts;

    FigureImportPages(FigureImport imports, Figures figures, PageFrames frames, Texts texts) {
        this.imports = imports;
        this.figures = figures;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> form(HttpRequest<?> request, String county, SignedIn who) {
        Place place = place(request.getParameters().asMap(String.class, String.class));
        figures.requireCreate(place, who);
        return HttpResponse.ok(form(request, county, place, FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> preview(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @Part("file") CompletedFileUpload file)
            throws IOException {
        Place place = place(request.getParameters().asMap(String.class, String.class));
        figures.requireCreate(place, who);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        if (bytes.length == 0 || isArchive(bytes)) {
            var errors = FormErrors.none()
                    .with(
                            "file",
                            texts.text(bytes.length == 0 ? "importing.figures.missing" : "importing.figures.onlyCsv"));
            return HttpResponse.unprocessableEntity().body(form(request, county, place, errors));
        }
        try {
            String content = SourceFile.read("zahlen.csv", bytes).content();
            return HttpResponse.ok(
                    preview(request, county, new Read(place, content), imports.plan(content, place, who)));
        } catch (Refusal refusal) {
            var errors = FormErrors.none().with("file", refusal.sentence(texts));
            return HttpResponse.status(refusal.status()).body(form(request, county, place, errors));
        }
    }

    @Post("/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOver(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        Place place = place(fields);
        imports.takeOver(FieldChecks.field(fields, "content"), place, who);
        return HttpResponse.seeOther(URI.create(base(county) + query(place, "version")));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, Place place, FormErrors errors) {
        PageFrame page = frames.of(request, "importing.figures.title").withErrors(errors);
        return new ModelAndView<>(
                "importing/figures",
                Map.of(
                        "page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())),
                        "action", base(county) + "/import" + query(place, "fassung"),
                        "cancelHref", base(county) + query(place, "version")));
    }

    private ModelAndView<Map<String, Object>> preview(
            HttpRequest<?> request, String county, Read read, FigureImport.Plan plan) {
        Place place = read.place();
        PageFrame page = frames.of(request, "importing.figures.preview");
        return new ModelAndView<>(
                "importing/figuresPreview",
                Map.of(
                        "page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())),
                        "action", base(county) + "/import/uebernehmen",
                        "backHref", base(county) + "/import" + query(place, "fassung"),
                        "version",
                                Optional.ofNullable(place.version())
                                        .map(Object::toString)
                                        .orElse(""),
                        "section",
                                Optional.ofNullable(place.section())
                                        .map(Object::toString)
                                        .orElse(""),
                        "content", read.content(),
                        "plan", plan));
    }

    private record Read(Place place, String content) {}

    private static boolean isArchive(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == ARCHIVE[0] && bytes[1] == ARCHIVE[1];
    }

    private static Place place(Map<String, ?> fields) {
        return FigureGroups.place(FieldChecks.field(fields, "fassung"), FieldChecks.field(fields, "abschnitt"));
    }

    private static String query(Place place, String version) {
        return place.section() == null ? "?" + version + "=" + place.version() : "?abschnitt=" + place.section();
    }

    private static String base(String county) {
        return ConceptLinks.base(county) + "/zahlen";
    }
}
