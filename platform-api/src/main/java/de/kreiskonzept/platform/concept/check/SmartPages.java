package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.check.Criterion;
import de.kreiskonzept.model.check.Verdict;
import de.kreiskonzept.model.check.Wording;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.check.Judging.Judged;
import de.kreiskonzept.platform.concept.editor.Editors;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which people judge a goal. */
@Hidden
@Controller("/{county}/konzept/ziele/{id}/smart")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class SmartPages {
    private final Judging judging;
    private final Concepts concepts;
    private final Editors editors;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    SmartPages(Judging judging, Concepts concepts, Editors editors, PageFrames frames, Texts texts, Clock clock) {
        this.judging = judging;
        this.concepts = concepts;
        this.editors = editors;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue String gespeichert) {
        Judged judged = judging.get(id);
        PageFrame page = frames.of(request, "check.smart.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("check.smart.saved")));
        return HttpResponse.ok(view(page, county, judged, verdicts(judged), who));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<?> judge(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        var verdicts = new EnumMap<Criterion, Verdict>(Criterion.class);
        var errors = FormErrors.none();
        for (Criterion criterion : Criterion.values()) {
            var verdict = Verdict.find(FieldChecks.field(fields, criterion.text()));
            verdict.ifPresent(given -> verdicts.put(criterion, given));
            errors = verdict.isPresent() ? errors : errors.with(criterion.text(), texts.text("concept.fault.choice"));
        }
        PageFrame page = frames.of(request, "check.smart.title");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(page.withErrors(errors), county, judging.get(id), verdicts, who));
        }
        try {
            judging.judge(id, FieldChecks.version(fields), verdicts, who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = page.withErrors(FormErrors.none().with("", texts.text("check.smart.stale")));
            return answer.body(view(stale, county, judging.get(id), verdicts, who));
        }
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "/ziele/" + id + "/smart?gespeichert=ja"));
    }

    private static Map<Criterion, Verdict> verdicts(Judged judged) {
        var verdicts = new EnumMap<Criterion, Verdict>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            verdicts.put(criterion, judged.smart().verdict(criterion));
        }
        return verdicts;
    }

    private ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, Judged judged, Map<Criterion, Verdict> verdicts, SignedIn who) {
        UUID section = judged.goal().sectionId();
        var tree = Nodes.found(concepts.findTreeOfSection(section));
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, tree.trail(section))));
        model.put("base", ConceptLinks.base(county));
        model.put("goal", judged.goal());
        model.put("label", tree.profile().label(judged.goal()));
        model.put("words", tree.profile().words());
        model.put("smart", judged.smart());
        model.put("verdicts", verdicts);
        model.put("hints", Wording.hints(judged.goal().text()));
        model.put("judges", editors.mayChangeSection(who, section));
        model.put("time", time);
        return new ModelAndView<>("check/smart", model);
    }
}
