package de.kreiskonzept.platform.concept.book;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chapters of a version with what stands in them; the lead orders, names, adds and leaves out. */
@Hidden
@Controller("/{county}/konzept/fassung/{id}/kapitel")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class ChapterPages {
    private final Chaptering chaptering;
    private final PageFrames frames;
    private final Texts texts;
    private final Clock clock;

    ChapterPages(Chaptering chaptering, PageFrames frames, Texts texts, Clock clock) {
        this.chaptering = chaptering;
        this.frames = frames;
        this.texts = texts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return HttpResponse.ok(
                list(frames.of(request, "chapter.title"), who, new Place(county, id), ChapterForm.EMPTY));
    }

    @Post("/vorlage")
    @Secured(Roles.LEAD)
    HttpResponse<?> complete(String county, SignedIn who, UUID id) {
        chaptering.complete(id, who);
        return HttpResponse.seeOther(new Place(county, id).uri());
    }

    @Post
    @Secured(Roles.LEAD)
    HttpResponse<?> add(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        ChapterForm form = ChapterForm.of(fields);
        Place place = new Place(county, id);
        FormErrors errors = form.check(texts);
        PageFrame page = frames.of(request, "chapter.title");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(list(page.withErrors(errors), who, place, form));
        }
        var chapter = new Chapter(Ids.create(clock), ChapterKind.OWN, form.title(), false);
        try {
            chaptering.change(id, chaptering.get(id).version(), before -> before.with(chapter), who);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refusal;
            }
            FormErrors full = FormErrors.none().with("title", texts.text("chapter.full", Chapters.MOST));
            return HttpResponse.unprocessableEntity().body(list(page.withErrors(full), who, place, form));
        }
        return HttpResponse.seeOther(place.at(chapter.id()));
    }

    @Get("/{chapter}")
    @Secured(Roles.LEAD)
    HttpResponse<?> edit(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID chapter) {
        Chapter stored = chaptering.requireChange(id, chapter, who);
        return HttpResponse.ok(form(
                frames.of(request, "chapter.edit"),
                new Place(county, id),
                stored,
                new ChapterForm(stored.title(), stored.leftOut())));
    }

    @Post("/{chapter}")
    @Secured(Roles.LEAD)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, UUID id, UUID chapter, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Chapter stored = chaptering.requireChange(id, chapter, who);
        ChapterForm form = ChapterForm.of(fields);
        FormErrors errors = form.check(texts);
        PageFrame page = frames.of(request, "chapter.edit");
        Place place = new Place(county, id);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(page.withErrors(errors), place, stored, form));
        }
        try {
            chaptering.change(
                    id,
                    FieldChecks.version(fields),
                    before -> before.changed(chapter, one -> one.with(form.title(), form.leftOut())),
                    who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("title", texts.text("chapter.stale"));
            return Answers.staleOr(refusal).body(form(page.withErrors(stale), place, stored, form));
        }
        return HttpResponse.seeOther(place.at(chapter));
    }

    @Post("/{chapter}/hoch")
    @Secured(Roles.LEAD)
    HttpResponse<?> up(String county, SignedIn who, UUID id, UUID chapter) {
        chaptering.move(id, chapter, true, who);
        return HttpResponse.seeOther(new Place(county, id).at(chapter));
    }

    @Post("/{chapter}/runter")
    @Secured(Roles.LEAD)
    HttpResponse<?> down(String county, SignedIn who, UUID id, UUID chapter) {
        chaptering.move(id, chapter, false, who);
        return HttpResponse.seeOther(new Place(county, id).at(chapter));
    }

    @Post("/{chapter}/entfernen")
    @Secured(Roles.LEAD)
    HttpResponse<?> remove(String county, SignedIn who, UUID id, UUID chapter, @Body Map<String, Object> fields) {
        chaptering.requireChange(id, chapter, who);
        chaptering.change(id, FieldChecks.version(fields), before -> before.without(chapter), who);
        return HttpResponse.seeOther(new Place(county, id).uri());
    }

    /** The page of a version. */
    private record Place(String county, UUID version) {
        String address() {
            return ConceptLinks.base(county) + "/fassung/" + version + "/kapitel";
        }

        URI uri() {
            return URI.create(address());
        }

        URI at(UUID chapter) {
            return URI.create(address() + "#kapitel-" + chapter);
        }
    }

    private ModelAndView<Map<String, Object>> list(PageFrame page, SignedIn who, Place place, ChapterForm added) {
        ChapterView.Whole whole = chaptering.whole(place.version());
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, place.county(), List.of())));
        model.put("base", ConceptLinks.base(place.county()));
        model.put("address", place.address());
        model.put("whole", whole);
        model.put("added", added);
        model.put("changes", ConceptLinks.structure(who, whole.tree().version()));
        return new ModelAndView<>("chapter/chapters", model);
    }

    private ModelAndView<Map<String, Object>> form(PageFrame page, Place place, Chapter stored, ChapterForm form) {
        String base = ConceptLinks.base(place.county());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("concept.title"), base),
                        new Crumb(page.t("chapter.title"), place.address()),
                        Crumb.here(page.title())));
        model.put("address", place.address());
        model.put("chapter", stored);
        model.put("form", form);
        model.put("version", chaptering.get(place.version()).version());
        return new ModelAndView<>("chapter/form", model);
    }
}
