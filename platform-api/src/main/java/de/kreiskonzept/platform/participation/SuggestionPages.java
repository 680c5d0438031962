package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What was suggested at a conference: noted by the lead, and answered. */
@Hidden
@Controller("/{county}/konferenzen/{id}/anregungen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SuggestionPages {
    private static final int LONGEST_CHOICE = 120;

    private final Conferences conferences;
    private final TakingOver takingOver;
    private final PageFrames frames;
    private final Texts texts;

    SuggestionPages(Conferences conferences, TakingOver takingOver, PageFrames frames, Texts texts) {
        this.conferences = conferences;
        this.takingOver = takingOver;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, UUID id) {
        return form(request, county, conferences.get(id), new SuggestionForm("", "", ""), FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        SuggestionForm form = SuggestionForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, conferences.get(id), form, errors));
        }
        conferences.add(id, form, who);
        return ConferencePages.see(county, id);
    }

    @Get("/{suggestion}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, UUID suggestion) {
        Suggestion found = conferences.getSuggestion(id, suggestion);
        return answer(request, county, found, AnswerForm.of(found), FormErrors.none());
    }

    /** The goal in the draft with the suggestion beside it; its form belongs to the concept. */
    @Get("/{suggestion}/uebernehmen")
    ModelAndView<Map<String, Object>> takeOver(HttpRequest<?> request, @RequestBean Target target) {
        Suggestion found = conferences.getSuggestion(target.id(), target.suggestion());
        PageFrame page = frames.of(request, "participation.takeOver.title");
        Conference conference = conferences.get(found.conferenceId());
        var model = new HashMap<String, Object>();
        model.put("page", crumbs(page, target.county(), conference));
        model.put("base", ConferencePages.base(target.county()) + "/" + conference.id());
        model.put("concept", "/" + target.county() + "/konzept");
        model.put("suggestion", found);
        model.put("goal", takingOver.find(found).orElse(null));
        return new ModelAndView<>("participation/takeOver", model);
    }

    @Post("/{suggestion}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request, @RequestBean Target target, SignedIn who, @Body Map<String, Object> fields) {
        Suggestion found = conferences.getSuggestion(target.id(), target.suggestion());
        AnswerForm form = AnswerForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(answer(request, target.county(), found, form, errors));
        }
        conferences.answer(found, FieldChecks.version(fields), form, who);
        return ConferencePages.see(target.county(), target.id());
    }

    /** Which suggestion an address names. */
    @Introspected
    record Target(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID suggestion) {}

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, Conference conference, SuggestionForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "participation.suggestion.new").withErrors(errors);
        return new ModelAndView<>(
                "participation/suggestion",
                Map.of(
                        "page",
                        crumbs(page, county, conference),
                        "base",
                        ConferencePages.base(county) + "/" + conference.id(),
                        "goals",
                        goals(conferences.sections()),
                        "form",
                        form));
    }

    private static List<Choice> goals(List<SectionNode> sections) {
        return sections.stream()
                .flatMap(node -> node.allGoals().stream()
                        .map(goal -> Choice.of(goal.id().toString(), label(goal.number(), goal.text()))
                                .inGroup(node.section().name())))
                .toList();
    }

    private static String label(String number, String text) {
        String words = Stream.of(number, text)
                .filter(one -> !one.isEmpty())
                .reduce("", (a, b) -> a + " " + b)
                .strip();
        return words.length() <= LONGEST_CHOICE ? words : words.substring(0, LONGEST_CHOICE - 1) + "…";
    }

    private ModelAndView<Map<String, Object>> answer(
            HttpRequest<?> request, String county, Suggestion suggestion, AnswerForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "participation.suggestion.title").withErrors(errors);
        Conference conference = conferences.get(suggestion.conferenceId());
        return new ModelAndView<>(
                "participation/answer",
                Map.of(
                        "page",
                        crumbs(page, county, conference),
                        "base",
                        ConferencePages.base(county) + "/" + conference.id(),
                        "suggestion",
                        suggestion,
                        "form",
                        form));
    }

    private static PageFrame crumbs(PageFrame page, String county, Conference conference) {
        return page.withBreadcrumb(
                ConferencePages.start(page, county),
                ConferencePages.all(page, county),
                new Crumb(conference.name(), ConferencePages.base(county) + "/" + conference.id()),
                Crumb.here(page.title()));
    }
}
