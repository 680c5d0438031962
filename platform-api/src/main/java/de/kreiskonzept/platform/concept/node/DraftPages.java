package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.concept.writing.Writing;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
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
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an open form sends by itself: that somebody is there, and what was typed so far. The form works without. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.LEAD, Roles.EDITOR})
class DraftPages {
    private static final Set<String> NO_FIELDS = Set.of("csrfToken", "version", "take", "fassung", "abschnitt", "ziel");

    private final Editing editing;
    private final Concepts concepts;
    private final Writing writing;
    private final Texts texts;
    private final DateTimeFormatter time;

    DraftPages(Editing editing, Concepts concepts, Writing writing, Texts texts, Clock clock) {
        this.editing = editing;
        this.concepts = concepts;
        this.writing = writing;
        this.texts = texts;
        this.time = GermanTime.time(clock.getZone());
    }

    @OfOwnAccount
    @Post("/{kind}/{id}/entwurf/anwesend")
    ModelAndView<Map<String, Object>> seen(
            String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        return others(sheet(kind, id, fields, who), who);
    }

    /** Who else writes in a section, in what stands in it, or in a measure. */
    @Get("/{kind}/{id}/entwurf/anwesend")
    @Consumes(MediaType.ALL)
    ModelAndView<Map<String, Object>> here(SignedIn who, String kind, UUID id) {
        NodeKind node = NodePages.kind(kind);
        Stored stored = editing.stored(node, id);
        var names = node == NodeKind.SECTION ? inSection(stored.versionId(), id) : Map.of(id, "");
        var writers = writing.othersAt(names.keySet(), who).stream()
                .map(writer -> Objects.requireNonNull(names.get(writer.node())).isEmpty()
                        ? writer.name()
                        : texts.text("writing.hereBy", writer.name(), names.get(writer.node())))
                .toList();
        return line(writers.isEmpty() ? "" : texts.text("writing.here", String.join("; ", writers)));
    }

    private Map<UUID, String> inSection(UUID version, UUID id) {
        var section = Nodes.found(Nodes.found(concepts.findTree(version)).findSection(id));
        var names = new LinkedHashMap<UUID, String>();
        names.put(id, section.section().name());
        section.allGoals().forEach(goal -> names.put(goal.id(), goal.text()));
        section.own()
                .forEach(measure ->
                        names.put(measure.measure().id(), measure.measure().text()));
        section.texts().forEach(text -> names.put(text.id(), text.name()));
        return names;
    }

    @OfOwnAccount
    @Post("/neu/{kind}/entwurf/anwesend")
    ModelAndView<Map<String, Object>> seenAtNew(
            String county, SignedIn who, String kind, @Body Map<String, Object> fields) {
        return others(sheet(kind, fields, who), who);
    }

    @OfOwnAccount
    @Post("/{kind}/{id}/entwurf")
    ModelAndView<Map<String, Object>> keep(
            String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        Sheet sheet = sheet(kind, id, fields, who);
        Stored stored = editing.stored(NodePages.kind(kind), id);
        boolean same = stored.version() == sheet.nodeVersion() && same(stored.form(), fields);
        return kept(sheet, same ? null : content(fields), who);
    }

    @OfOwnAccount
    @Post("/neu/{kind}/entwurf")
    ModelAndView<Map<String, Object>> keepNew(
            String county, SignedIn who, String kind, @Body Map<String, Object> fields) {
        boolean same = same(NodeForm.empty(NodePages.kind(kind)), fields);
        return kept(sheet(kind, fields, who), same ? null : content(fields), who);
    }

    @OfOwnAccount
    @Post("/{kind}/{id}/entwurf/verwerfen")
    HttpResponse<?> discard(String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        return discard(county, sheet(kind, id, fields, who), who);
    }

    @OfOwnAccount
    @Post("/neu/{kind}/entwurf/verwerfen")
    HttpResponse<?> discardNew(String county, SignedIn who, String kind, @Body Map<String, Object> fields) {
        return discard(county, sheet(kind, fields, who), who);
    }

    private HttpResponse<?> discard(String county, Sheet sheet, SignedIn who) {
        writing.end(sheet.form(), who);
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "/" + sheet.form()));
    }

    private Sheet sheet(String kind, UUID id, Map<String, Object> fields, SignedIn who) {
        NodeKind node = NodePages.kind(kind);
        editing.requireChange(node, id, who);
        Sheet sheet = FormPage.sheet(node, id, editing.stored(node, id));
        return new Sheet(sheet.form(), sheet.versionId(), id, FieldChecks.version(fields));
    }

    private Sheet sheet(String kind, Map<String, Object> fields, SignedIn who) {
        NodeKind node = NodePages.kind(kind);
        Place place = NodePages.place(fields);
        editing.requireCreate(node, place, who);
        return FormPage.sheet(node, editing.ground(place));
    }

    private static boolean same(NodeForm form, Map<String, Object> fields) {
        return FormFields.texts(form).equals(FormFields.texts(NodeForm.of(fields)));
    }

    private ModelAndView<Map<String, Object>> others(Sheet sheet, SignedIn who) {
        writing.seen(sheet, who);
        var others = writing.others(sheet.form(), who);
        return line(others.isEmpty() ? "" : texts.text("writing.others", String.join(", ", others)));
    }

    private ModelAndView<Map<String, Object>> kept(
            Sheet sheet, @Nullable Map<String, List<String>> content, SignedIn who) {
        return line(writing.keep(sheet, content, who)
                .map(at -> content == null ? "" : texts.text("writing.kept", time.format(at)))
                .orElseGet(() -> texts.text("writing.tooLong")));
    }

    private static ModelAndView<Map<String, Object>> line(String line) {
        return new ModelAndView<>("writing/line", Map.of("line", line));
    }

    private static Map<String, List<String>> content(Map<String, Object> fields) {
        var content = new LinkedHashMap<String, List<String>>();
        fields.keySet().stream()
                .filter(name -> !NO_FIELDS.contains(name))
                .forEach(name -> content.put(name, FieldChecks.list(fields, name)));
        return content;
    }
}
