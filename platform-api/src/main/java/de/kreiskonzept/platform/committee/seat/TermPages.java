package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.seat.TermForm.Target;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for a term of office, or for a deputy of who holds a seat. */
@Hidden
@Controller("/{county}/gremien/{id}/amtszeiten")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class TermPages {
    private final Terms terms;
    private final Committees committees;
    private final TermViews views;
    private final Texts texts;

    TermPages(Terms terms, Committees committees, TermViews views, Texts texts) {
        this.terms = terms;
        this.committees = committees;
        this.views = views;
        this.texts = texts;
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, @RequestBean Beginning beginning, SignedIn who) {
        CommitteeBook book = committees.read(who);
        book.get(beginning.id());
        String seat = beginning.sitz() == null ? "" : beginning.sitz();
        String deputyOf = "";
        if (beginning.vertritt() != null) {
            TermOfOffice holder = Place.term(book, beginning.id(), beginning.vertritt());
            seat = holder.ruleId() + "|" + holder.instance();
            deputyOf = holder.id().toString();
        }
        var form = new TermForm(seat, "", "", "", committees.today().toString(), "", deputyOf);
        var shown = new TermViews.Shown(beginning.county(), book, new Target(beginning.id(), null));
        return views.form(request, shown, form, FormErrors.none());
    }

    /** Which seat a new term is for. */
    @Introspected
    record Beginning(
            @PathVariable String county,
            @PathVariable UUID id,
            @Nullable @QueryValue String sitz,
            @Nullable @QueryValue UUID vertritt) {}

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        CommitteeBook book = committees.read(who);
        book.get(id);
        var shown = new TermViews.Shown(county, book, new Target(id, null));
        TermForm form = views.onSeatOfHolder(TermForm.of(fields), shown.book(), shown.target());
        FormErrors errors = errors(form, shown);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(views.form(request, shown, form, errors));
        }
        terms.create(form, who);
        return CommitteeLinks.see(county, id);
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id, UUID part, SignedIn who) {
        CommitteeBook book = committees.read(who);
        TermForm form = TermForm.of(Place.term(book, id, part));
        return views.form(request, new TermViews.Shown(county, book, new Target(id, part)), form, FormErrors.none());
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, @RequestBean Place place, SignedIn who, @Body Map<String, Object> fields) {
        CommitteeBook book = committees.read(who);
        TermOfOffice before = Place.term(book, place.id(), place.part());
        var shown = new TermViews.Shown(place.county(), book, new Target(place.id(), place.part()));
        TermForm form =
                views.onSeatOfHolder(TermForm.of(fields).withDeputyOf(before.deputyOf()), shown.book(), shown.target());
        FormErrors errors = errors(form, shown);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(views.form(request, shown, form, errors));
        }
        terms.change(place.part(), FieldChecks.version(fields), form, who);
        return CommitteeLinks.see(place.county(), place.id());
    }

    @Get("/{part}/loeschen")
    ModelAndView<Map<String, Object>> askDelete(
            HttpRequest<?> request, String county, UUID id, UUID part, SignedIn who) {
        CommitteeBook book = committees.read(who);
        return views.delete(
                request, new TermViews.Shown(county, book, new Target(id, part)), Place.term(book, id, part));
    }

    @Post("/{part}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(@RequestBean Place place, SignedIn who, @Body Map<String, Object> fields) {
        Place.term(committees.read(who), place.id(), place.part());
        terms.delete(place.part(), FieldChecks.version(fields), who);
        return CommitteeLinks.see(place.county(), place.id());
    }

    private FormErrors errors(TermForm form, TermViews.Shown shown) {
        return form.errors(texts, shown.book(), shown.target(), views.organisationIds());
    }
}
