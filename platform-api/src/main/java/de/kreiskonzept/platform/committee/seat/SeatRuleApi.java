package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeOperations;
import de.kreiskonzept.platform.committee.Committees;
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

/** Seat rules for programs. */
@Tag(name = "committees")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class SeatRuleApi {
    private final SeatRules rules;
    private final Committees committees;
    private final TermViews views;
    private final Texts texts;

    SeatRuleApi(SeatRules rules, Committees committees, TermViews views, Texts texts) {
        this.rules = rules;
        this.committees = committees;
        this.views = views;
        this.texts = texts;
    }

    /**
     * A seat rule; what is missing in what programs send is as in an empty form.
     *
     * @param organisations ids of those that share the seat
     * @param count fixed, per_committee, per_name or range
     * @param number of seats; the least where it is a range
     * @param most most seats of a range; null for all others
     * @param setKind kind of the committees that are counted; empty for all others
     * @param setNames a name on each line, maybe with first and last day: name; 01.07.2024; 30.06.2029
     * @param appointment named, elected, appointed, delegated or by_office
     * @param delegatedBy id of the committee that delegates; null where each counted committee delegates its own
     * @param takenUp first day on which the condition is met
     */
    @Serdeable
    @Schema(name = "SeatRuleInput")
    record SeatRuleInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Nullable List<UUID> organisations,
            @Nullable String count,
            @Nullable Integer number,
            @Nullable Integer most,
            @Nullable String setKind,
            @Nullable String setNames,
            @Nullable Boolean chair,
            @Nullable Boolean counted,
            @Nullable Boolean voting,
            @Nullable String appointment,
            @Nullable UUID delegatedBy,
            @Nullable Integer deputies,
            @Schema(maxLength = TextLimits.NAME) @Nullable String condition,
            @Nullable LocalDate takenUp,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        SeatRuleForm form() {
            return new SeatRuleForm(
                    Answers.text(name, "").strip(),
                    organisations == null
                            ? List.of()
                            : organisations.stream().map(UUID::toString).toList(),
                    Answers.text(count, "fixed"),
                    Answers.text(number, "1"),
                    Answers.text(most, ""),
                    Answers.text(setKind, ""),
                    Answers.text(setNames, ""),
                    Boolean.TRUE.equals(chair),
                    !Boolean.FALSE.equals(counted),
                    !Boolean.FALSE.equals(voting),
                    Answers.text(appointment, "named"),
                    Answers.text(delegatedBy, ""),
                    Answers.text(deputies, "0"),
                    Answers.text(condition, ""),
                    Answers.text(takenUp, ""),
                    Answers.text(validFrom, ""),
                    Answers.text(validUntil, ""));
        }

        static SeatRuleInput of(SeatRule rule) {
            SeatRuleForm form = SeatRuleForm.of(rule);
            return new SeatRuleInput(
                    rule.name(),
                    rule.organisations(),
                    form.count(),
                    rule.count().each().least(),
                    rule.count().each().isExact() ? null : rule.count().each().most(),
                    form.setKind(),
                    form.setNames(),
                    rule.chair(),
                    rule.counted(),
                    rule.voting(),
                    form.appointment(),
                    rule.delegatedBy(),
                    rule.deputies(),
                    form.condition(),
                    rule.option() == null ? null : rule.option().takenUp(),
                    rule.period().from(),
                    rule.period().until());
        }
    }

    /** A seat rule as programs read it. */
    @Serdeable
    @Schema(name = "SeatRule")
    record SeatRuleView(String id, String committeeId, SeatRuleInput rule, long version) {
        static SeatRuleView of(SeatRule rule) {
            return new SeatRuleView(
                    rule.id().toString(), rule.committeeId().toString(), SeatRuleInput.of(rule), rule.version());
        }
    }

    @Get("/committees/{id}/seat-rules")
    @Operation(summary = "Sitzregeln eines Gremiums")
    @Operations.Listing
    HttpResponse<List<SeatRuleView>> listSeatRules(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        CommitteeBook book = committees.read(who);
        book.get(id);
        return Answers.part(
                request,
                book.structure().rulesOf(id).stream().map(SeatRuleView::of).toList());
    }

    @Get("/seat-rules/{id}")
    @Operation(summary = "Sitzregel lesen")
    @Operations.Reading
    HttpResponse<SeatRuleView> getSeatRule(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(SeatRuleView.of(committees.read(who).getRule(id)), SeatRuleView::version);
    }

    @Post("/committees/{id}/seat-rules")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Sitzregel anlegen")
    @Operations.Creating
    @CommitteeOperations.WithoutCircle
    HttpResponse<SeatRuleView> createSeatRule(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SeatRuleInput input) {
        CommitteeBook book = committees.read(who);
        book.get(id);
        UUID rule = rules.create(id, checked(input, book), who);
        return Answers.created(SeatRuleView.of(committees.read(who).getRule(rule)), SeatRuleView::version);
    }

    @Put("/seat-rules/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Sitzregel ändern")
    @Operations.Changing
    @CommitteeOperations.WithoutCircle
    HttpResponse<SeatRuleView> changeSeatRule(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SeatRuleInput input) {
        long version = Versions.required(headers);
        CommitteeBook book = committees.read(who);
        book.getRule(id);
        rules.change(id, version, checked(input, book), who);
        return getSeatRule(who, county, id);
    }

    @Delete("/seat-rules/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sitzregel löschen, nach der niemand einen Sitz hat oder hatte")
    @Operations.Deleting
    @CommitteeOperations.WhileUnused
    void deleteSeatRule(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        rules.delete(id, Versions.required(headers), who);
    }

    private SeatRuleForm checked(SeatRuleInput input, CommitteeBook book) {
        SeatRuleForm form = input.form();
        Answers.refuse(form.errors(texts, book, views.organisationIds()));
        return form;
    }
}
