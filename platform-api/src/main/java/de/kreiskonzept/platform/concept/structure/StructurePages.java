package de.kreiskonzept.platform.concept.structure;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.structure.Part;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.ProfileStore.Stored;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The page on which the lead chooses a template, names the levels of a version and adds or takes away some. */
@Hidden
@Controller("/{county}/konzept/fassung/{id}/aufbau")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class StructurePages {
    private final Structuring structuring;
    private final PageFrames frames;
    private final Texts texts;

    StructurePages(Structuring structuring, PageFrames frames, Texts texts) {
        this.structuring = structuring;
        this.frames = frames;
        this.texts = texts;
    }

    /** A version whose page was asked for. */
    private record Place(HttpRequest<?> request, String county, UUID id) {
        String address() {
            return ConceptLinks.base(county) + "/fassung/" + id + "/aufbau";
        }
    }

    /** What people sent, to be shown again. */
    private record Sent(@Nullable ProfileForm form, AddedName added) {}

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String gespeichert) {
        PageFrame page = frames.of(request, "structure.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("structure.saved")));
        return HttpResponse.ok(view(page, new Place(request, county, id), new Sent(null, AddedName.empty())));
    }

    @Post
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        ProfileForm form = ProfileForm.sent(structuring.get(id).profile(), fields);
        return done(
                new Place(request, county, id),
                new Sent(form, AddedName.empty()),
                form.errors(texts),
                () -> structuring.change(id, FieldChecks.version(fields), form::profile, who));
    }

    @Post("/vorlage")
    HttpResponse<?> choose(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        var template = Templates.find(FieldChecks.field(fields, "template"));
        FormErrors errors = template.isPresent()
                ? FormErrors.none()
                : FormErrors.none().with("template", texts.text("concept.fault.choice"));
        UnaryOperator<Profile> change = before -> template.orElseThrow().profile();
        return done(
                new Place(request, county, id),
                new Sent(null, AddedName.empty()),
                errors,
                () -> structuring.change(id, FieldChecks.version(fields), change, who));
    }

    @Post("/ebenen")
    HttpResponse<?> add(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        AddedName added = AddedName.of(fields);
        return done(
                new Place(request, county, id),
                new Sent(null, added),
                added.errors(texts),
                () -> structuring.change(id, FieldChecks.version(fields), added::into, who));
    }

    @Post("/ebenen/entfernen")
    HttpResponse<?> remove(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        String name = FieldChecks.field(fields, "name");
        FormErrors errors =
                name.matches("[0-4]-[a-z_]+") && Part.find(name.substring(2)).isPresent()
                        ? FormErrors.none()
                        : FormErrors.none().with("name", texts.text("concept.fault.choice"));
        UnaryOperator<Profile> change = before -> before.without(name.charAt(0) - '0', Part.of(name.substring(2)));
        return done(
                new Place(request, county, id),
                new Sent(null, AddedName.empty()),
                errors,
                () -> structuring.change(id, FieldChecks.version(fields), change, who));
    }

    private HttpResponse<?> done(Place place, Sent sent, FormErrors errors, Runnable change) {
        PageFrame page = frames.of(place.request(), "structure.title");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(page.withErrors(errors), place, sent));
        }
        try {
            change.run();
        } catch (Refusal refusal) {
            String words = switch (refusal.status()) {
                case HttpStatus.PRECONDITION_FAILED -> "structure.stale";
                case HttpStatus.UNPROCESSABLE_ENTITY -> "structure.refused";
                default -> throw refusal;
            };
            HttpStatus status = refusal.status() == HttpStatus.PRECONDITION_FAILED
                    ? HttpStatus.CONFLICT
                    : HttpStatus.UNPROCESSABLE_ENTITY;
            PageFrame refused = page.withErrors(FormErrors.none().with("", texts.text(words)));
            return HttpResponse.status(status).body(view(refused, place, sent));
        }
        return HttpResponse.seeOther(URI.create(place.address() + "?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> view(PageFrame page, Place place, Sent sent) {
        Stored stored = structuring.get(place.id());
        ProfileForm form = sent.form() == null ? ProfileForm.of(stored.profile()) : sent.form();
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, place.county(), List.of())));
        model.put("address", place.address());
        model.put("concept", ConceptLinks.base(place.county()) + "?version=" + place.id());
        model.put("stored", stored);
        model.put("form", form);
        model.put("added", sent.added());
        return new ModelAndView<>("structure/profile", model);
    }
}
