package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeOperations;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.seat.TermForm.Target;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms of office for programs; names of former members for the lead alone. */
@Tag(name = "committees")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class TermApi {
    private final Terms terms;
    private final Committees committees;
    private final TermViews views;
    private final Texts texts;

    TermApi(Terms terms, Committees committees, TermViews views, Texts texts) {
        this.terms = terms;
        this.committees = committees;
        this.views = views;
        this.texts = texts;
    }

    /**
     * A term of office as programs read it.
     *
     * @param instance of the set of the rule; empty where it has none
     * @param name of the person; empty where it is deleted or not for this reader
     * @param deputyOf term of whom the person stands in for; null for who holds the seat
     */
    @Serdeable
    @Schema(name = "TermOfOffice")
    record TermView(
            String id,
            String ruleId,
            String instance,
            String personId,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String deputyOf,
            long version) {
        static TermView of(TermOfOffice term, CommitteeBook book) {
            return new TermView(
                    term.id().toString(),
                    term.ruleId().toString(),
                    term.instance(),
                    term.personId().toString(),
                    book.personName(term.personId()),
                    term.from(),
                    term.until(),
                    Answers.text(term.deputyOf()),
                    term.version());
        }
    }

    /**
     * What programs send for a term of office.
     *
     * @param personId somebody who is known already; null for somebody new with name and organisation
     */
    @Serdeable
    @Schema(name = "TermOfOfficeInput")
    record TermInput(
            @Nullable UUID ruleId,
            @Nullable String instance,
            @Nullable UUID personId,
            @Schema(maxLength = TextLimits.NAME) @Nullable String name,
            @Nullable UUID organisationId,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID deputyOf) {
        TermForm form() {
            return new TermForm(
                    Answers.text(ruleId, "") + "|" + Answers.text(instance, ""),
                    Answers.text(personId, ""),
                    Answers.text(name, "").strip(),
                    Answers.text(organisationId, ""),
                    Answers.text(from, ""),
                    Answers.text(until, ""),
                    Answers.text(deputyOf, ""));
        }
    }

    @Get("/committees/{id}/terms")
    @Operation(summary = "Amtszeiten eines Gremiums, frühere auch")
    @Operations.Listing
    HttpResponse<List<TermView>> listTerms(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        CommitteeBook book = committees.read(who);
        book.get(id);
        return Answers.part(
                request,
                book.structure().terms().stream()
                        .filter(term -> committeeOf(book, term).equals(id))
                        .map(term -> TermView.of(term, book))
                        .toList());
    }

    @Get("/terms/{id}")
    @Operation(summary = "Amtszeit lesen")
    @Operations.Reading
    HttpResponse<TermView> getTerm(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        CommitteeBook book = committees.read(who);
        return Answers.one(TermView.of(book.getTerm(id), book), TermView::version);
    }

    @Post("/committees/{id}/terms")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Sitz besetzen, oder eine Stellvertretung eintragen")
    @Operations.Creating
    @CommitteeOperations.WithoutCircle
    HttpResponse<TermView> createTerm(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TermInput input) {
        CommitteeBook book = committees.read(who);
        book.get(id);
        UUID term = terms.create(checked(input.form(), book, new Target(id, null)), who);
        CommitteeBook after = committees.read(who);
        return Answers.created(TermView.of(after.getTerm(term), after), TermView::version);
    }

    @Put("/terms/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Amtszeit ändern oder beenden; Stellvertretungen enden mit ihr")
    @Operations.Changing
    @CommitteeOperations.WithoutCircle
    HttpResponse<TermView> changeTerm(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TermInput input) {
        long version = Versions.required(headers);
        CommitteeBook book = committees.read(who);
        TermOfOffice before = book.getTerm(id);
        TermForm form = input.form().withDeputyOf(before.deputyOf());
        terms.change(id, version, checked(form, book, new Target(committeeOf(book, before), id)), who);
        return getTerm(who, county, id);
    }

    @Delete("/terms/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Irrtümlich eingetragene Amtszeit löschen")
    @Operations.Deleting
    @CommitteeOperations.WhileUnused
    void deleteTerm(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        long version = Versions.required(headers);
        committees.read(who).getTerm(id);
        terms.delete(id, version, who);
    }

    @Delete("/persons/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Namen eines früheren Mitglieds löschen; die Amtszeiten bleiben")
    @Operations.Deleting
    @CommitteeOperations.WhileUnused
    void forgetPerson(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        terms.forget(id, Versions.required(headers), who);
    }

    private static UUID committeeOf(CommitteeBook book, TermOfOffice term) {
        return book.getRule(term.ruleId()).committeeId();
    }

    private TermForm checked(TermForm form, CommitteeBook book, Target target) {
        TermForm placed = views.onSeatOfHolder(form, book, target);
        Answers.refuse(placed.errors(texts, book, target, views.organisationIds()));
        return placed;
    }
}
