package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.Clash;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.concept.node.FormPage.Shown;
import de.kreiskonzept.platform.concept.node.FormStart.Started;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.concept.writing.Writing;
import de.kreiskonzept.platform.identity.Roles;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding and editing nodes of the tree. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.EDITOR})
class NodePages {
    private final Editing editing;
    private final FormStart start;
    private final FormPage forms;
    private final Writing writing;
    private final Texts texts;

    NodePages(Editing editing, FormStart start, FormPage forms, Writing writing, Texts texts) {
        this.editing = editing;
        this.start = start;
        this.forms = forms;
        this.writing = writing;
        this.texts = texts;
    }

    /** The kind in an address. */
    static NodeKind kind(String path) {
        return Nodes.found(NodeKind.ofPath(path));
    }

    @Get("/neu/{kind}")
    HttpResponse<ModelAndView<Map<String, Object>>> blank(
            HttpRequest<?> request, String county, SignedIn who, String kind, @Nullable @QueryValue String entwurf) {
        NodeKind node = kind(kind);
        Map<String, String> query = request.getParameters().asMap(String.class, String.class);
        Place place = place(query);
        editing.requireCreate(node, place, who);
        Sheet sheet = FormPage.sheet(node, editing.ground(place));
        NodeForm begun = forms.begin(node, editing.ground(place), query);
        if (entwurf != null) {
            var draft = start.draft(sheet, begun, who);
            return HttpResponse.ok(forms.form(request, county, Shown.opened(node, null, place, draft)));
        }
        var opened = Shown.opened(node, null, place, new Started(begun, 0, null));
        var offer = start.offer(sheet, new Subject(node.text(), sheet.versionId()), begun, who);
        return HttpResponse.ok(offer.map(found -> forms.offer(request, county, opened, found))
                .orElseGet(() -> forms.form(request, county, opened)));
    }

    @Post("/neu/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, SignedIn who, String kind, @Body Map<String, Object> fields) {
        NodeKind node = kind(kind);
        Place place = place(fields);
        editing.requireCreate(node, place, who);
        NodeForm form = NodeForm.of(fields);
        FormErrors errors = form.check(node, texts);
        if (!errors.isEmpty()) {
            var typed = Shown.refused(node, null, place, new Started(form, 0, null), errors);
            return HttpResponse.unprocessableEntity().body(forms.form(request, county, typed));
        }
        Sheet sheet = FormPage.sheet(node, editing.ground(place));
        UUID id = editing.create(node, place, form, who);
        writing.end(sheet.form(), who);
        return HttpResponse.seeOther(URI.create(editing.stored(node, id).above(county)));
    }

    /**
     * Opens the form.
     *
     * @param aus line of the history whose old text goes into the form
     * @param entwurf whether to go on with the own draft
     */
    @Get("/{kind}/{id}/bearbeiten")
    HttpResponse<ModelAndView<Map<String, Object>>> edit(
            HttpRequest<?> request,
            String kind,
            UUID id,
            @Nullable @QueryValue UUID aus,
            @Nullable @QueryValue String entwurf) {
        SignedIn who = FormPage.who(request);
        String county = county(request);
        NodeKind node = kind(kind);
        editing.requireChange(node, id, who);
        Stored stored = editing.stored(node, id);
        Sheet sheet = FormPage.sheet(node, id, stored);
        Subject part = new Subject(node.text(), id);
        Place place = new Place(stored.versionId(), stored.section(), null);
        var plain = new Started(stored.form(), stored.version(), null);
        if (aus != null) {
            plain = start.earlier(sheet, part, stored.form(), aus);
        } else if (entwurf != null) {
            plain = start.draft(sheet, stored.form(), who);
        } else {
            var offer = start.offer(sheet, part, stored.form(), who);
            if (offer.isPresent()) {
                return HttpResponse.ok(forms.offer(request, county, Shown.opened(node, id, place, plain), offer.get()));
            }
        }
        return HttpResponse.ok(forms.form(request, county, Shown.opened(node, id, place, plain)));
    }

    @Post("/{kind}/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, String kind, UUID id, @Body Map<String, Object> fields) {
        SignedIn who = FormPage.who(request);
        NodeKind node = kind(kind);
        editing.requireChange(node, id, who);
        Stored stored = editing.stored(node, id);
        NodeForm form = FormFields.taking(NodeForm.of(fields), stored.form(), FieldChecks.list(fields, "take"));
        Started typed = new Started(form, FieldChecks.version(fields), null);
        Place place = new Place(stored.versionId(), stored.section(), null);
        FormErrors errors = form.check(node, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(forms.form(request, county, Shown.refused(node, id, place, typed, errors)));
        }
        try {
            editing.change(node, id, typed.version(), form, who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            Stored now = editing.stored(node, id);
            return answer.body(forms.form(request, county, both(node, id, typed, now)));
        }
        writing.end(FormPage.sheet(node, id, stored).form(), who);
        return HttpResponse.seeOther(URI.create(stored.seenAt(county, node, id)));
    }

    /** What was typed beside what somebody else has stored meanwhile; fields that only others changed come from there. */
    private Shown both(NodeKind node, UUID id, Started typed, Stored now) {
        List<Clash> clashes = Clash.between(
                FormFields.texts(typed.form()),
                FormFields.texts(now.form()),
                start.since(new Subject(node.text(), id), typed.version()));
        var others = clashes.stream()
                .filter(clash -> !clash.both())
                .map(Clash::field)
                .toList();
        return new Shown(
                node,
                id,
                new Place(now.versionId(), now.section(), null),
                FormFields.taking(typed.form(), now.form(), others),
                clashes,
                FormErrors.none(),
                now.version(),
                new Notice(Notice.Kind.WARNING, texts.text("writing.stale.title"), texts.text("writing.stale.text")));
    }

    private static String county(HttpRequest<?> request) {
        return request.getPath().split("/", 3)[1];
    }

    /** The place of a new node in a form or an address. */
    static Place place(Map<String, ?> fields) {
        return new Place(id(fields, "fassung"), id(fields, "abschnitt"), id(fields, "ziel"));
    }

    private static @Nullable UUID id(Map<String, ?> fields, String name) {
        String id = FieldChecks.field(fields, name);
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }
}
