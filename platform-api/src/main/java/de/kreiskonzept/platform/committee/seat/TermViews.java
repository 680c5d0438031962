package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.CommitteeWords;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.committee.seat.TermForm.Target;
import de.kreiskonzept.platform.directory.OrganisationStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the forms for terms of office and people show. */
@Singleton
final class TermViews {
    private final Committees committees;
    private final OrganisationStore organisations;
    private final PageFrames frames;

    TermViews(Committees committees, OrganisationStore organisations, PageFrames frames) {
        this.committees = committees;
        this.organisations = organisations;
        this.frames = frames;
    }

    /** Where a form is shown. */
    record Shown(String county, CommitteeBook book, Target target) {
        String base() {
            return CommitteeLinks.base(county) + "/" + target.committee();
        }
    }

    /** The form for a term. */
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, Shown shown, TermForm form, FormErrors errors) {
        UUID term = shown.target().term();
        PageFrame page = frames.of(request, title(form, term != null));
        var words = new CommitteeWords(page.site().texts(), shown.book(), committees.today());
        var model = new HashMap<String, Object>();
        model.put("page", framed(page, shown).withErrors(errors));
        model.put("action", shown.base() + "/amtszeiten" + (term == null ? "" : "/" + term));
        model.put("cancel", shown.base());
        model.put(
                "version",
                term == null ? "" : String.valueOf(shown.book().getTerm(term).version()));
        model.put("isNew", term == null);
        model.put("form", form);
        model.put("holder", holder(form, shown, words));
        model.put("seats", seats(shown, words));
        model.put("people", people(shown.book()));
        model.put("organisations", choices());
        return new ModelAndView<>("committee/term", model);
    }

    private static String title(TermForm form, boolean exists) {
        if (form.deputyOf().isEmpty()) {
            return exists ? "committee.term.edit" : "committee.term.new";
        }
        return exists ? "committee.deputy.edit" : "committee.deputy.new";
    }

    private static String holder(TermForm form, Shown shown, CommitteeWords words) {
        UUID holder = Inputs.id(form.deputyOf());
        return holder == null ? "" : words.person(shown.book().getTerm(holder).personId());
    }

    private static List<Choice> seats(Shown shown, CommitteeWords words) {
        return shown.book().structure().rulesOf(shown.target().committee()).stream()
                .flatMap(rule -> Seats.instances(shown.book(), rule).stream()
                        .map(one -> Choice.of(rule.id() + "|" + one.key(), words.seat(rule, one))))
                .toList();
    }

    private static List<Choice> people(CommitteeBook book) {
        return book.people().values().stream()
                .filter(person -> !person.isForgotten())
                .sorted(Comparator.comparing(Person::name))
                .map(person -> Choice.of(person.id().toString(), label(book, person)))
                .toList();
    }

    private static String label(CommitteeBook book, Person person) {
        String organisation = book.organisationOf(person.id());
        return organisation.isEmpty() ? person.name() : "%s, %s".formatted(person.name(), organisation);
    }

    /** The question before a term is deleted. */
    ModelAndView<Map<String, Object>> delete(HttpRequest<?> request, Shown shown, TermOfOffice term) {
        PageFrame page = frames.of(request, "committee.term.delete");
        var words = new CommitteeWords(page.site().texts(), shown.book(), committees.today());
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        framed(page, shown),
                        "base",
                        shown.base() + "/amtszeiten/" + term.id(),
                        "cancel",
                        shown.base(),
                        "question",
                        page.t("committee.term.deleteQuestion", words.person(term.personId())),
                        "label",
                        page.t("committee.term.delete"),
                        "version",
                        term.version()));
    }

    private static PageFrame framed(PageFrame page, Shown shown) {
        Committee committee = shown.book().get(shown.target().committee());
        return page.withBreadcrumb(
                CommitteeLinks.start(page, shown.county()),
                CommitteeLinks.all(page, shown.county()),
                CommitteeLinks.one(shown.county(), committee.id(), committee.name()),
                Crumb.here(page.title()));
    }

    /** The form for a deputy on the seat of the one who holds it, whatever it says; 404 where there is no such holder. */
    TermForm onSeatOfHolder(TermForm form, CommitteeBook book, Target target) {
        if (form.deputyOf().isEmpty()) {
            return form;
        }
        UUID holder = Inputs.id(form.deputyOf());
        if (holder == null) {
            throw Refusal.notFound();
        }
        TermOfOffice term = Place.term(book, target.committee(), holder);
        if (term.isDeputy()) {
            throw Refusal.notFound();
        }
        return form.withSeat(term.ruleId() + "|" + term.instance());
    }

    /** Organisations to choose from. */
    List<Choice> choices() {
        return organisations.list().stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }

    /** Ids of the organisations to choose from. */
    List<UUID> organisationIds() {
        return organisations.list().stream().map(Organisation::id).toList();
    }
}
