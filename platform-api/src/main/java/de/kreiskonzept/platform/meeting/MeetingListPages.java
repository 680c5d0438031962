package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of meetings: of the county, and of one committee. */
@Hidden
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeetingListPages {
    private static final int SIZE = 50;

    private final MeetingStore store;
    private final Meetings meetings;
    private final Committees committees;
    private final PageFrames frames;

    MeetingListPages(MeetingStore store, Meetings meetings, Committees committees, PageFrames frames) {
        this.store = store;
        this.meetings = meetings;
        this.committees = committees;
        this.frames = frames;
    }

    /** What a list is asked for. */
    private record Asked(HttpRequest<?> request, String county, SignedIn who, MeetingFilter filter, String here) {
        int page() {
            String text = request.getParameters().get("page", String.class).orElse("1");
            return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
        }
    }

    @Get("/sitzungen")
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable String gremium, @Nullable String zeit) {
        PageFrame page = frames.of(request, "meeting.list.title");
        Map<String, Object> model = model(
                new Asked(request, county, who, MeetingFilter.of(gremium, zeit), MeetingLinks.base(county)), null);
        model.put("page", page.withBreadcrumb(CommitteeLinks.start(page, county), Crumb.here(page.title())));
        return new ModelAndView<>("meeting/list", model);
    }

    @Get("/gremien/{id}/sitzungen")
    ModelAndView<Map<String, Object>> listOfCommittee(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Nullable String zeit) {
        Committee committee = committees.read(who).get(id);
        PageFrame page = frames.of(request, "meeting.list.of", committee.name());
        var filter = new MeetingFilter(id, MeetingFilter.Span.of(zeit));
        Map<String, Object> model =
                model(new Asked(request, county, who, filter, MeetingLinks.of(county, id)), committee);
        model.put(
                "page",
                page.withBreadcrumb(
                        CommitteeLinks.start(page, county),
                        CommitteeLinks.all(page, county),
                        CommitteeLinks.one(county, id, committee.name()),
                        Crumb.here(page.t("meeting.list.title"))));
        return new ModelAndView<>("meeting/list", model);
    }

    private Map<String, Object> model(Asked asked, @Nullable Committee committee) {
        int number = asked.page();
        MeetingFilter filter = asked.filter();
        var model = new HashMap<String, Object>();
        model.put("lines", store.list(filter, meetings.now(), (number - 1L) * SIZE, SIZE));
        model.put("here", asked.here());
        model.put(
                "paging", new Paging(number, SIZE, store.count(filter, meetings.now()), asked.here() + filter.query()));
        model.put("filter", filter);
        model.put("words", new MeetingWords(meetings.zone()));
        model.put("today", committees.today());
        model.put("base", MeetingLinks.base(asked.county()));
        model.put("committees", committee == null ? choices(asked.who()) : List.of());
        model.put("committee", committee);
        model.put("lead", asked.who().role().equals(Roles.LEAD));
        return model;
    }

    private List<Choice> choices(SignedIn who) {
        return committees.read(who).structure().committees().stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }
}
