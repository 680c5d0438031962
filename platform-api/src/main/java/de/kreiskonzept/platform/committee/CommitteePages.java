package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.voting.Quorum;
import de.kreiskonzept.platform.concept.FieldChecks;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Committees: their structure, one of them with its seats on a day, and the form for it. */
@Hidden
@Controller("/{county}/gremien")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class CommitteePages {
    private static final UUID NEW = new UUID(0, 0);

    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    CommitteePages(Committees committees, PageFrames frames, Texts texts) {
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String am) {
        PageFrame page = frames.of(request, "committee.list.title");
        LocalDate day = day(am);
        CommitteeBook book = committees.read(who);
        var words = new CommitteeWords(texts, book, day);
        var tree = book.tree(day);
        return new ModelAndView<>(
                "committee/list",
                Map.of(
                        "page",
                        page.withErrors(dayErrors(am))
                                .withBreadcrumb(CommitteeLinks.start(page, county), Crumb.here(page.title())),
                        "base",
                        CommitteeLinks.base(county),
                        "tree",
                        tree,
                        "dissolved",
                        book.dissolved(day),
                        "chart",
                        new OrganisationChart(tree, words),
                        "words",
                        words,
                        "lead",
                        who.role().equals(Roles.LEAD),
                        "releases",
                        who.role().equals(Roles.LEAD) || who.role().equals(Roles.ADMIN)));
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, SignedIn who) {
        return form(new Asked(request, county, committees.read(who)), CommitteeForm.empty(), null, FormErrors.none());
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        CommitteeForm form = CommitteeForm.of(fields);
        CommitteeBook book = committees.read(who);
        FormErrors errors = form.errors(texts, book, NEW);
        return errors.isEmpty()
                ? CommitteeLinks.see(county, committees.create(form, who))
                : HttpResponse.unprocessableEntity().body(form(new Asked(request, county, book), form, null, errors));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Nullable @QueryValue String am) {
        LocalDate day = day(am);
        CommitteeBook book = committees.read(who);
        PageFrame page = frames.of(request, "committee.title", book.get(id).nameOn(day));
        return new ModelAndView<>(
                "committee/committee",
                Map.of(
                        "page",
                        page.withErrors(dayErrors(am))
                                .withBreadcrumb(
                                        CommitteeLinks.start(page, county),
                                        CommitteeLinks.all(page, county),
                                        Crumb.here(page.title())),
                        "all",
                        CommitteeLinks.base(county),
                        "composition",
                        book.composition(id, day),
                        "words",
                        new CommitteeWords(texts, book, day),
                        "lead",
                        who.role().equals(Roles.LEAD)));
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        CommitteeBook book = committees.read(who);
        Committee committee = book.get(id);
        return form(new Asked(request, county, book), CommitteeForm.of(committee), committee, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        CommitteeForm form = CommitteeForm.of(fields);
        CommitteeBook book = committees.read(who);
        Committee committee = book.get(id);
        FormErrors errors = form.errors(texts, book, id);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(new Asked(request, county, book), form, committee, errors));
        }
        committees.change(id, FieldChecks.version(fields), form, who);
        return CommitteeLinks.see(county, id);
    }

    @Get("/{id}/loeschen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Committee committee = committees.read(who).get(id);
        PageFrame page = frames.of(request, "committee.delete.title");
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        CommitteeLinks.below(page, county),
                        "base",
                        CommitteeLinks.base(county) + "/" + id,
                        "question",
                        page.t("committee.delete.question", committee.name()),
                        "label",
                        page.t("committee.delete.title"),
                        "version",
                        committee.version()));
    }

    @Post("/{id}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        committees.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(CommitteeLinks.base(county)));
    }

    private record Asked(HttpRequest<?> request, String county, CommitteeBook book) {}

    private ModelAndView<Map<String, Object>> form(
            Asked asked, CommitteeForm form, @Nullable Committee committee, FormErrors errors) {
        PageFrame page = frames.of(asked.request(), committee == null ? "committee.new" : "committee.edit")
                .withErrors(errors);
        String here = CommitteeLinks.base(asked.county()) + (committee == null ? "" : "/" + committee.id());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        CommitteeLinks.start(page, asked.county()),
                        CommitteeLinks.all(page, asked.county()),
                        Crumb.here(page.title())));
        model.put("action", here + (committee == null ? "" : "/bearbeiten"));
        model.put("cancel", here);
        model.put("version", committee == null ? "" : String.valueOf(committee.version()));
        model.put("form", form);
        model.put("kinds", kinds(page));
        model.put("quorums", quorums(page));
        model.put("others", others(asked.book(), committee));
        return new ModelAndView<>("committee/form", model);
    }

    private static List<Choice> kinds(PageFrame page) {
        return Arrays.stream(CommitteeKind.values())
                .map(kind -> Choice.of(kind.text(), page.t(kind.wordKey())))
                .toList();
    }

    private static List<Choice> quorums(PageFrame page) {
        return Arrays.stream(Quorum.values())
                .map(quorum -> Choice.of(quorum.text(), page.t(quorum.wordKey())))
                .toList();
    }

    private static List<Choice> others(CommitteeBook book, @Nullable Committee committee) {
        return book.structure().committees().stream()
                .filter(one -> committee == null || !one.id().equals(committee.id()))
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }

    private LocalDate day(@Nullable String text) {
        return text == null ? committees.today() : Inputs.findDay(text).orElse(committees.today());
    }

    private FormErrors dayErrors(@Nullable String text) {
        return text == null ? FormErrors.none() : Inputs.day(FormErrors.none(), "am", text, texts);
    }
}
