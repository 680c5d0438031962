package de.kreiskonzept.platform.situation.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.FigureForm;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.IndicatorForm;
import de.kreiskonzept.platform.situation.Indicators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;

/** What the open forms of indicators, their values and figures send by themselves. The forms work without, as they do for visitors. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.LEAD, Roles.EDITOR})
@OfOwnAccount
class NumberDraftPages {
    private final Indicators indicators;
    private final Figures figures;
    private final PlainDrafts drafts;

    NumberDraftPages(Indicators indicators, Figures figures, PlainDrafts drafts) {
        this.indicators = indicators;
        this.figures = figures;
        this.drafts = drafts;
    }

    @Post("/indikatoren/{id}/entwurf/anwesend")
    ModelAndView<Map<String, Object>> seenAtIndicator(SignedIn who, UUID id) {
        return drafts.seen(indicator(id, who), who);
    }

    @Post("/indikatoren/{id}/entwurf")
    ModelAndView<Map<String, Object>> keepIndicator(SignedIn who, UUID id, @Body Map<String, Object> fields) {
        return drafts.keep(indicator(id, who), fields, who);
    }

    @Post("/indikatoren/{id}/entwurf/verwerfen")
    HttpResponse<?> discardIndicator(String county, SignedIn who, UUID id) {
        return drafts.discard(county, indicator(id, who), who);
    }

    @Post("/indikatoren/{id}/werte/entwurf/anwesend")
    ModelAndView<Map<String, Object>> seenAtValues(SignedIn who, UUID id) {
        return drafts.seen(values(id, who), who);
    }

    @Post("/indikatoren/{id}/werte/entwurf")
    ModelAndView<Map<String, Object>> keepValues(SignedIn who, UUID id, @Body Map<String, Object> fields) {
        return drafts.keep(values(id, who), fields, who);
    }

    @Post("/indikatoren/{id}/werte/entwurf/verwerfen")
    HttpResponse<?> discardValues(String county, SignedIn who, UUID id) {
        return drafts.discard(county, values(id, who), who);
    }

    @Post("/zahlen/{id}/entwurf/anwesend")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> seenAtFigure(SignedIn who, UUID id) {
        return drafts.seen(figure(id, who), who);
    }

    @Post("/zahlen/{id}/entwurf")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> keepFigure(SignedIn who, UUID id, @Body Map<String, Object> fields) {
        return drafts.keep(figure(id, who), fields, who);
    }

    @Post("/zahlen/{id}/entwurf/verwerfen")
    @Secured(Roles.LEAD)
    HttpResponse<?> discardFigure(String county, SignedIn who, UUID id) {
        return drafts.discard(county, figure(id, who), who);
    }

    private PlainDrafts.Form indicator(UUID id, SignedIn who) {
        return IndicatorForm.draft(indicators.requireDefine(id, who));
    }

    private PlainDrafts.Form values(UUID id, SignedIn who) {
        indicators.requireMeasure(id, who);
        return IndicatorForm.draft(indicators.get(id));
    }

    private PlainDrafts.Form figure(UUID id, SignedIn who) {
        return FigureForm.draft(figures.requireChange(id, who));
    }
}
