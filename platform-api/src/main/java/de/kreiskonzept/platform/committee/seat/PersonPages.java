package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.CommitteeWords;
import de.kreiskonzept.platform.committee.Committees;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody who holds or held seats: the name, and its deletion. */
@Hidden
@Controller("/{county}/gremien/personen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class PersonPages {
    private final Terms terms;
    private final Committees committees;
    private final TermViews views;
    private final AccountLinks links;
    private final PageFrames frames;
    private final Texts texts;

    PersonPages(
            Terms terms, Committees committees, TermViews views, AccountLinks links, PageFrames frames, Texts texts) {
        this.terms = terms;
        this.committees = committees;
        this.views = views;
        this.links = links;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        CommitteeBook book = committees.read(who);
        return form(request, county, book, PersonForm.of(person(book, id)), new Asked(id, FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        CommitteeBook book = committees.read(who);
        person(book, id);
        PersonForm form = PersonForm.of(fields);
        FormErrors errors = form.errors(texts, views.organisationIds());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, book, form, new Asked(id, errors)));
        }
        terms.name(id, FieldChecks.version(fields), form, who);
        return HttpResponse.seeOther(URI.create(CommitteeLinks.base(county) + "/personen/" + id));
    }

    @Get("/loeschen")
    ModelAndView<Map<String, Object>> askForget(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Person person = person(committees.read(who), id);
        PageFrame page = frames.of(request, "committee.person.forget");
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        CommitteeLinks.below(page, county),
                        "base",
                        CommitteeLinks.base(county) + "/personen/" + id,
                        "cancel",
                        CommitteeLinks.base(county) + "/personen/" + id,
                        "question",
                        page.t("committee.person.forgetQuestion", person.name()),
                        "label",
                        page.t("committee.person.forget"),
                        "version",
                        person.version()));
    }

    @Post("/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        person(committees.read(who), id);
        terms.forget(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(CommitteeLinks.base(county)));
    }

    private record Asked(UUID id, FormErrors errors) {}

    private static Person person(CommitteeBook book, UUID id) {
        return Optional.ofNullable(book.people().get(id))
                .filter(person -> !person.isForgotten())
                .orElseThrow(Refusal::notFound);
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, CommitteeBook book, PersonForm form, Asked asked) {
        Person person = person(book, asked.id());
        PageFrame page = frames.of(request, "committee.title", person.name()).withErrors(asked.errors());
        return new ModelAndView<>(
                "committee/person",
                Map.of(
                        "page",
                        CommitteeLinks.below(page, county),
                        "base",
                        CommitteeLinks.base(county),
                        "person",
                        person,
                        "terms",
                        termsOf(book, asked.id()),
                        "words",
                        new CommitteeWords(texts, book, committees.today()),
                        "form",
                        form,
                        "organisations",
                        views.choices(),
                        "accounts",
                        accounts(asked.id()),
                        "account",
                        links.find(asked.id()).map(UUID::toString).orElse("")));
    }

    private List<Choice> accounts(UUID person) {
        return links.list(person).stream()
                .map(one -> Choice.of(one.account().toString(), "%s, %s".formatted(one.name(), one.email())))
                .toList();
    }

    private static List<TermOfOffice> termsOf(CommitteeBook book, UUID person) {
        return book.structure().terms().stream()
                .filter(term -> term.personId().equals(person))
                .sorted(Comparator.comparing(TermOfOffice::from).reversed())
                .toList();
    }
}
