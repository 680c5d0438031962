package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.platform.concept.organisation.Matching;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Upload or paste, preview, take over. */
@Hidden
@Controller("/{county}/konzept/import")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ImportPages {
    private static final String INTO_NEW = "new";

    private final Import imports;
    private final TakingBack takingBack;
    private final Matching matching;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    ImportPages(Import imports, TakingBack takingBack, Matching matching, PageFrames frames, Texts texts, Clock clock) {
        this.imports = imports;
        this.takingBack = takingBack;
        this.matching = matching;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> form(HttpRequest<?> request, String county) {
        return HttpResponse.ok(form(request, county, "", FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            @Nullable @Part("file") CompletedFileUpload file,
            @Nullable @Part("text") String text)
            throws IOException {
        String pasted = text == null ? "" : text;
        var chosen = Optional.ofNullable(file).filter(sent -> sent.getSize() > 0);
        if (chosen.isEmpty() && pasted.isBlank()) {
            var errors = FormErrors.none().with("file", texts.text("importing.fault.missing"));
            return HttpResponse.unprocessableEntity().body(form(request, county, pasted, errors));
        }
        String name = chosen.map(CompletedFileUpload::getFilename).orElse("");
        byte[] bytes = chosen.isEmpty()
                ? pasted.getBytes(StandardCharsets.UTF_8)
                : chosen.get().getBytes();
        try {
            UUID id = imports.keep(name, bytes, who);
            String next = imports.columns(id).isPresent() ? "/spalten" : "";
            return HttpResponse.seeOther(URI.create(base(county) + "/" + id + next));
        } catch (Refusal refusal) {
            var errors = FormErrors.none().with(chosen.isPresent() ? "file" : "text", refusal.sentence(texts));
            String kept = pasted.indexOf('\0') < 0 ? pasted : "";
            return HttpResponse.status(refusal.status()).body(form(request, county, kept, errors));
        }
    }

    @Get("/{id}")
    HttpResponse<ModelAndView<Map<String, Object>>> preview(HttpRequest<?> request, String county, UUID id) {
        return HttpResponse.ok(preview(request, county, id, FormErrors.none()));
    }

    @Post("/{id}/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOver(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        String target = String.valueOf(fields.getOrDefault("target", ""));
        boolean known =
                targets(false).stream().anyMatch(choice -> choice.value().equals(target));
        if (!known) {
            var errors = FormErrors.none().with("target", texts.text("importing.fault.target"));
            return HttpResponse.unprocessableEntity().body(preview(request, county, id, errors));
        }
        boolean addDiffering = fields.containsKey("differing");
        TakenOver done = target.equals(INTO_NEW)
                ? imports.asNewVersion(id, imports.label(), who)
                : imports.into(id, UUID.fromString(target), addDiffering, who);
        return HttpResponse.ok(new ModelAndView<>(
                "importing/done",
                Map.of(
                        "page",
                        page(request, county, "importing.done.title"),
                        "conceptHref",
                        "/" + county + "/konzept?version=" + done.versionId(),
                        "previewHref",
                        base(county) + "/" + id,
                        "done",
                        done,
                        "undoAction",
                        takingBack.undoable().contains(id) ? base(county) + "/" + id + "/rueckgaengig" : "")));
    }

    @Post("/{id}/rueckgaengig")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        try {
            takingBack.takeBack(id, who);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            var notice =
                    new Notice(Notice.Kind.DANGER, texts.text("importing.takenBack.refused"), refusal.sentence(texts));
            return HttpResponse.status(refusal.status())
                    .body(form(page(request, county, "importing.title").withNotice(notice), county, ""));
        }
        var notice = new Notice(
                Notice.Kind.SUCCESS, texts.text("importing.takenBack.title"), texts.text("importing.takenBack.text"));
        return HttpResponse.ok(form(page(request, county, "importing.title").withNotice(notice), county, ""));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, String text, FormErrors errors) {
        return form(page(request, county, "importing.title").withErrors(errors), county, text);
    }

    private ModelAndView<Map<String, Object>> form(PageFrame page, String county, String text) {
        return new ModelAndView<>(
                "importing/form",
                Map.of(
                        "page",
                        page,
                        "base",
                        base(county),
                        "text",
                        text,
                        "uploads",
                        imports.list(),
                        "undoable",
                        takingBack.undoable(),
                        "excel",
                        "/" + county + "/konzept/excel",
                        "hasConcept",
                        imports.hasConcept(),
                        "time",
                        time));
    }

    private ModelAndView<Map<String, Object>> preview(
            HttpRequest<?> request, String county, UUID id, FormErrors errors) {
        Import.Preview preview = imports.preview(id);
        Places places = Places.of(preview.upload(), texts);
        Optional<Import.Plan> plan = imports.plan(preview);
        var model = new HashMap<String, Object>(Map.of(
                "page", page(request, county, "importing.preview.title").withErrors(errors),
                "action", base(county) + "/" + id + "/uebernehmen",
                "cancelHref", base(county),
                "upload", preview.upload(),
                "parsed", preview.parsed(),
                "places", places,
                "columnsHref", preview.upload().hasColumns() ? base(county) + "/" + id + "/spalten" : "",
                "findings", Findings.of(preview.parsed(), places),
                "targets", targets(plan.filter(one -> one.update() != null).isPresent())));
        model.put("namingHref", base(county) + "/" + id + "/organisationen");
        model.put("unknown", matching.questions(imports.bodies(id)).size());
        plan.ifPresent(one -> {
            SheetUpdate update = one.update();
            if (update != null) {
                model.put("update", update);
            }
            model.put("plan", one.result());
            model.put("differences", one.differences());
        });
        return new ModelAndView<>("importing/preview", model);
    }

    private List<Choice> targets(boolean updates) {
        var targets = new ArrayList<Choice>();
        Optional<ConceptVersion> draft = imports.findDraft();
        draft.ifPresent(version -> targets.add(Choice.of(
                        version.id().toString(), texts.text("importing.target.draft", version.label()))
                .withHint(texts.text(updates ? "importing.target.draftUpdate" : "importing.target.draftHint"))));
        targets.add(Choice.of(INTO_NEW, texts.text("importing.target.new"))
                .withHint(texts.text("importing.target.newHint")));
        return targets;
    }

    private PageFrame page(HttpRequest<?> request, String county, String titleKey) {
        PageFrame page = frames.of(request, titleKey);
        return page.withBreadcrumb(
                new Crumb(page.t("concept.title"), "/" + county + "/konzept"), Crumb.here(page.title()));
    }

    private static String base(String county) {
        return "/" + county + "/konzept/import";
    }
}
