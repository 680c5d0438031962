package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.voting.Quorum;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Committees for programs. */
@Tag(name = "committees")
@Controller("/api/v1/{county}/committees")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class CommitteeApi {
    private static final UUID NEW = new UUID(0, 0);

    private final Committees committees;
    private final Texts texts;

    CommitteeApi(Committees committees, Texts texts) {
        this.committees = committees;
        this.texts = texts;
    }

    /**
     * A committee as programs read it.
     *
     * @param state planned, active or dissolved, today
     * @param quorum none, half or more_than_half of the members with a vote
     * @param formerNames in the order of their last days
     */
    @Serdeable
    @Schema(name = "Committee")
    record CommitteeView(
            String id,
            String name,
            String kind,
            String ownKind,
            int rank,
            @Nullable String reportsTo,
            List<String> tasks,
            String legalBasis,
            String rhythm,
            List<LocalDate> dates,
            String quorum,
            List<FormerNameView> formerNames,
            @Nullable LocalDate founded,
            @Nullable LocalDate dissolved,
            String state,
            long version) {
        static CommitteeView of(Committee one, LocalDate today) {
            return new CommitteeView(
                    one.id().toString(),
                    one.name(),
                    one.kind().text(),
                    one.ownKind(),
                    one.rank(),
                    Answers.text(one.reportsTo()),
                    one.listTasks(),
                    one.legalBasis(),
                    one.rhythm().words(),
                    one.rhythm().days(),
                    one.quorum().text(),
                    one.formerNames().stream().map(FormerNameView::of).toList(),
                    one.founded(),
                    one.dissolved(),
                    one.stateOn(today).text(),
                    one.version());
        }
    }

    /** What a committee was called until a day. */
    @Serdeable
    @Schema(name = "FormerName")
    record FormerNameView(String name, LocalDate until) {
        static FormerNameView of(Committee.FormerName former) {
            return new FormerNameView(former.name(), former.until());
        }
    }

    /**
     * What programs send for a committee; what is missing is empty.
     *
     * @param renamed first day of a new name; without it the old one was only wrong
     */
    @Serdeable
    @Schema(name = "CommitteeInput")
    record CommitteeInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Nullable LocalDate renamed,
            @Nullable String kind,
            @Schema(maxLength = TextLimits.NAME) @Nullable String ownKind,

            @Schema(minimum = "1", maximum = "9") @Nullable Integer rank,

            @Nullable UUID reportsTo,
            @Nullable List<String> tasks,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String legalBasis,
            @Schema(maxLength = TextLimits.NAME) @Nullable String rhythm,
            @Nullable List<LocalDate> dates,

            @Schema(description = "none, half oder more_than_half; ohne Angabe none") @Nullable
            String quorum,

            @Nullable LocalDate founded,
            @Nullable LocalDate dissolved) {
        CommitteeForm form() {
            return new CommitteeForm(
                    Answers.text(name, "").strip(),
                    Answers.text(renamed, ""),
                    Answers.text(kind, ""),
                    Answers.text(ownKind, "").strip(),
                    Answers.text(rank, "2"),
                    Answers.text(reportsTo, ""),
                    tasks == null ? "" : String.join("\n", tasks),
                    Answers.text(legalBasis, ""),
                    Answers.text(rhythm, ""),
                    dates == null ? "" : dates.stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
                    Answers.text(quorum, Quorum.NONE.text()),
                    Answers.text(founded, ""),
                    Answers.text(dissolved, ""));
        }
    }

    @Get
    @Operation(summary = "Gremien nach Ebene und Name, aufgelöste auch")
    @Operations.Listing
    HttpResponse<List<CommitteeView>> listCommittees(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county) {
        LocalDate today = committees.today();
        return Answers.part(
                request,
                committees.read(who).structure().committees().stream()
                        .map(one -> CommitteeView.of(one, today))
                        .toList());
    }

    @Get("/{id}")
    @Operation(summary = "Gremium lesen")
    @Operations.Reading
    HttpResponse<CommitteeView> getCommittee(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(CommitteeView.of(committees.read(who).get(id), committees.today()), CommitteeView::version);
    }

    @Get("/{id}/composition")
    @Operation(summary = "Soll und Ist der Sitze eines Gremiums an einem Tag, mit Hinweisen")
    @ApiResponse(responseCode = "200", description = "Gelesen")
    CompositionView getComposition(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Parameter(description = "Tag; ohne Angabe heute") @Nullable @QueryValue String day) {
        LocalDate wanted = day == null
                ? committees.today()
                : Inputs.findDay(day)
                        .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "invalid", "committee.fault.day"));
        CommitteeBook book = committees.read(who);
        return CompositionView.of(book.composition(id, wanted), new CommitteeWords(texts, book, wanted));
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Gremium anlegen")
    @Operations.Creating
    @CommitteeOperations.WithoutCircle
    HttpResponse<CommitteeView> createCommittee(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body CommitteeInput input) {
        CommitteeForm form = input.form();
        Answers.refuse(form.errors(texts, committees.read(who), NEW));
        UUID id = committees.create(form, who);
        return Answers.created(
                CommitteeView.of(committees.read(who).get(id), committees.today()), CommitteeView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Gremium ändern")
    @Operations.Changing
    @CommitteeOperations.WithoutCircle
    HttpResponse<CommitteeView> changeCommittee(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body CommitteeInput input) {
        long version = Versions.required(headers);
        CommitteeForm form = input.form();
        CommitteeBook book = committees.read(who);
        book.get(id);
        Answers.refuse(form.errors(texts, book, id));
        committees.change(id, version, form, who);
        return getCommittee(who, county, id);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gremium mit seinen Sitzregeln löschen")
    @Operations.Deleting
    @CommitteeOperations.WhileUnused
    void deleteCommittee(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        committees.delete(id, Versions.required(headers), who);
    }
}
