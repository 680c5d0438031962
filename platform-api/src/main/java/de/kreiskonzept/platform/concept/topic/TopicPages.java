package de.kreiskonzept.platform.concept.topic;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.catalogue.Offers;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which topics of the shared catalogue the names of a version mean. */
@Hidden
@Controller("/{county}/konzept/fassung/{id}/themen")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class TopicPages {
    private final Topics topics;
    private final Offers offers;
    private final PageFrames frames;
    private final Texts texts;

    TopicPages(Topics topics, Offers offers, PageFrames frames, Texts texts) {
        this.topics = topics;
        this.offers = offers;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue String gespeichert) {
        PageFrame page = frames.of(request, "topic.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("topic.saved")));
        var view = view(page, county, who.role().equals(Roles.LEAD), topics.get(id), Map.of());
        offers.findFor(who).ifPresent(offer -> view.getModel().orElseThrow().put("offer", offer));
        return HttpResponse.ok(view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Topics.Shown shown = topics.get(id);
        var choices = new LinkedHashMap<String, TopicChoice>();
        FormErrors errors = FormErrors.none();
        for (TopicLine line : shown.lines()) {
            String field = "thema-" + line.place();
            if (!FieldChecks.field(fields, "name-" + line.place())
                    .equals(line.section().name())) {
                continue;
            }
            Optional<TopicChoice> choice = TopicChoice.find(FieldChecks.field(fields, field), shown.catalogue());
            if (choice.isEmpty()) {
                errors = errors.with(field, texts.text("concept.fault.choice"));
            }
            choice.ifPresent(one -> choices.put(line.section().name(), one));
        }
        PageFrame page = frames.of(request, "topic.title");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(page.withErrors(errors), county, true, shown, fields));
        }
        try {
            topics.change(id, FieldChecks.version(fields), choices, who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("topic.stale"));
            return Answers.staleOr(refusal).body(view(page.withErrors(stale), county, true, shown, fields));
        }
        return HttpResponse.seeOther(URI.create(address(county, id) + "?gespeichert=ja"));
    }

    private static String address(String county, UUID version) {
        return ConceptLinks.base(county) + "/fassung/" + version + "/themen";
    }

    private ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, boolean changes, Topics.Shown shown, Map<String, Object> typed) {
        var values = new HashMap<Integer, String>();
        for (TopicLine line : shown.lines()) {
            String field = "thema-" + line.place();
            values.put(line.place(), typed.containsKey(field) ? FieldChecks.field(typed, field) : line.begin());
        }
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("address", address(county, shown.tree().version().id()));
        model.put("shown", shown);
        model.put("values", values);
        model.put("choices", choices(shown.catalogue()));
        model.put("changes", changes);
        return new ModelAndView<>("topic/topics", model);
    }

    private List<Choice> choices(TopicCatalogue catalogue) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of(TopicChoice.NONE, texts.text("topic.unmapped")));
        catalogue.topics().forEach(topic -> choices.add(Choice.of(topic.key(), topic.name())));
        return choices;
    }
}
