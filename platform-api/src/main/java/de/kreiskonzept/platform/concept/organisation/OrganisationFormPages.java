package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.directory.Entry;
import de.kreiskonzept.platform.directory.OrganisationForm;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
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
import java.util.Map;
import java.util.UUID;

/** Adding, changing and deleting organisations. */
@Hidden
@Controller("/{county}/organisationen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class OrganisationFormPages {
    private final Organisations organisations;
    private final OrganisationStore store;
    private final PageFrames frames;
    private final Texts texts;

    OrganisationFormPages(Organisations organisations, OrganisationStore store, PageFrames frames, Texts texts) {
        this.organisations = organisations;
        this.store = store;
        this.frames = frames;
        this.texts = texts;
    }

    /** What the form shows; without an id it is about a new organisation. */
    private record Shown(String path, OrganisationForm form, long version, FormErrors errors) {}

    private static OrganisationForm form(Map<String, ?> fields) {
        return new OrganisationForm(
                FieldChecks.field(fields, "kind"),
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "shortName"),
                FieldChecks.field(fields, "ags"),
                FieldChecks.field(fields, "spellings"));
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> blank(HttpRequest<?> request, String county) {
        var empty = new OrganisationForm(OrganisationKind.COUNTY_OFFICE.text(), "", "", "", "");
        return view(request, county, new Shown("/neu", empty, 0, FormErrors.none()));
    }

    @Post("/neu")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        OrganisationForm form = form(fields);
        FormErrors errors = form.check(texts);
        if (errors.isEmpty()) {
            try {
                UUID id = organisations.create(form, who);
                return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "/" + id));
            } catch (Refusal refusal) {
                errors = errors.with("name", refusal.sentence(texts));
            }
        }
        return HttpResponse.unprocessableEntity().body(view(request, county, new Shown("/neu", form, 0, errors)));
    }

    @Get("/{id}/bearbeiten")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        Entry entry = store.findEntry(id).orElseThrow(Refusal::notFound);
        long version = entry.organisation().version();
        return view(
                request,
                county,
                new Shown("/" + id + "/bearbeiten", OrganisationForm.of(entry), version, FormErrors.none()));
    }

    @Post("/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        OrganisationForm form = form(fields);
        FormErrors errors = form.check(texts);
        if (errors.isEmpty()) {
            try {
                organisations.change(id, FieldChecks.version(fields), form, who);
                return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "/" + id));
            } catch (Refusal refusal) {
                if (refusal.status() == HttpStatus.NOT_FOUND) {
                    throw refusal;
                }
                errors = errors.with("name", refusal.sentence(texts));
            }
        }
        var shown = new Shown("/" + id + "/bearbeiten", form, FieldChecks.version(fields), errors);
        return HttpResponse.unprocessableEntity().body(view(request, county, shown));
    }

    @Post("/{id}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        organisations.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(OrganisationPages.base(county)));
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String county, Shown shown) {
        boolean isNew = shown.path().equals("/neu");
        PageFrame page = frames.of(request, isNew ? "directory.new.title" : "directory.edit.title")
                .withErrors(shown.errors());
        String base = OrganisationPages.base(county);
        return new ModelAndView<>(
                "directory/form",
                Map.of(
                        "page", OrganisationPages.below(page, county),
                        "action", base + shown.path(),
                        "cancelHref", isNew ? base : base + shown.path().replace("/bearbeiten", ""),
                        "form", shown.form(),
                        "version", shown.version(),
                        "kinds", OrganisationPages.kinds(texts)));
    }
}
