package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
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
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of checks with filters in the address; each finding leads to its place. */
@Hidden
@Controller("/{county}/konzept/pruefung")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class CheckPages {
    private static final int ROWS = 50;

    private final Review review;
    private final Settling settling;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    CheckPages(Review review, Settling settling, PageFrames frames, Texts texts, Clock clock) {
        this.review = review;
        this.settling = settling;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> list(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            @Nullable @QueryValue UUID version,
            @Nullable @QueryValue Integer page) {
        Optional<Reviewed> found = review.find(Optional.ofNullable(version));
        if (found.isEmpty() && version == null) {
            return HttpResponse.ok(start(request, county, who));
        }
        Reviewed reviewed = found.orElseThrow(Refusal::notFound);
        CheckFilter filter = CheckFilter.of(request.getParameters().asMap(String.class, String.class));
        List<FindingLine> shown = reviewed.shown(filter);
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        String query = filter.query(reviewed.tree().version().id());
        String path = ConceptLinks.base(county) + "/pruefung" + query;
        PageFrame frame = frames.of(request, "check.title");
        Map<String, Object> model = new HashMap<>();
        model.put("page", frame.withBreadcrumb(ConceptLinks.crumbs(frame, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("home", "/" + county);
        model.put("query", query);
        model.put("filter", filter);
        model.put("reviewed", reviewed);
        model.put("lines", shown.stream().skip((number - 1L) * ROWS).limit(ROWS).toList());
        model.put("paging", new Paging(number, ROWS, shown.size(), path));
        model.put("kinds", kinds(reviewed));
        model.put("sections", sections(reviewed));
        model.put("settles", who.role().equals(Roles.LEAD));
        model.put("time", time);
        return HttpResponse.ok(new ModelAndView<>("check/findings", model));
    }

    @Post("/kein-doppel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> settle(String county, SignedIn who, @Body Map<String, String> fields) {
        UUID version = id(fields, "version");
        settling.settle(version, kind(fields), id(fields, "stelle"), who);
        return back(county, version, fields);
    }

    @Post("/doch-doppel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> unsettle(String county, SignedIn who, @Body Map<String, String> fields) {
        UUID version = id(fields, "version");
        settling.unsettle(version, kind(fields), id(fields, "stelle"), who);
        return back(county, version, fields);
    }

    private static CheckKind kind(Map<String, String> fields) {
        return CheckKind.find(fields.getOrDefault("doppel", "")).orElseThrow(Refusal::notFound);
    }

    private static UUID id(Map<String, String> fields, String name) {
        try {
            return UUID.fromString(fields.getOrDefault(name, ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private static HttpResponse<?> back(String county, UUID version, Map<String, String> fields) {
        String query = CheckFilter.of(fields).query(version);
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "/pruefung" + query));
    }

    private ModelAndView<Map<String, Object>> start(HttpRequest<?> request, String county, SignedIn who) {
        return new ModelAndView<>(
                "concept/start",
                Map.of(
                        "page", frames.of(request, "check.title"),
                        "base", ConceptLinks.base(county),
                        "title", "",
                        "structure", who.role().equals(Roles.LEAD),
                        "undo", ""));
    }

    private List<Choice> kinds(Reviewed reviewed) {
        var choices = new ArrayList<Choice>();
        for (CheckKind kind : CheckKind.values()) {
            String group = texts.text(kind.isHint() ? "check.group.hints" : "check.group.facts");
            if (kind == CheckKind.NO_FIGURE) {
                choices.add(Choice.of(
                                CheckFilter.HINTS,
                                texts.text("check.kindCount", texts.text("check.allHints"), reviewed.count(true)))
                        .inGroup(group));
            }
            String label = texts.text("check.kindCount", reviewed.name(kind, texts), reviewed.count(kind));
            choices.add(Choice.of(CheckFilter.word(kind), label).inGroup(group));
            if (kind == CheckKind.DOUBLED_NUMBER && !reviewed.settled().isEmpty()) {
                String settled = texts.text(
                        "check.kindCount",
                        texts.text("check.settled"),
                        reviewed.settled().size());
                choices.add(Choice.of(CheckFilter.SETTLED, settled).inGroup(group));
            }
        }
        return choices;
    }

    private static List<Choice> sections(Reviewed reviewed) {
        var choices = new ArrayList<Choice>();
        reviewed.tree().sections().forEach(section -> add(choices, section, ""));
        return choices;
    }

    private static void add(List<Choice> choices, SectionNode node, String indent) {
        choices.add(Choice.of(
                node.section().id().toString(), indent + node.section().name()));
        node.sections().forEach(child -> add(choices, child, indent + "– "));
    }
}
