package de.kreiskonzept.platform.participation.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.participation.CommentRound;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comment rounds for programs; who is invited, and their links, belong to the pages. */
@Tag(name = "participation")
@Controller("/api/v1/{county}/comment-rounds")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class CommentRoundApi {
    private final CommentRounds rounds;
    private final Texts texts;

    CommentRoundApi(CommentRounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    /**
     * A comment round as programs read it.
     *
     * @param versionId version of the concept that is read
     * @param deadline ISO 8601 date
     * @param state draft, open or closed
     * @param addressesDeletedOn ISO 8601 date on which the mail addresses of invited people are deleted; null before it is closed
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CommentRound")
    record RoundView(
            String id,
            String versionId,
            String name,
            String introduction,
            String whom,
            String deadline,
            String state,
            @Nullable String addressesDeletedOn,
            String modifiedAt,
            long version) {
        static RoundView of(CommentRound one, ZoneId zone) {
            return new RoundView(
                    one.id().toString(),
                    one.versionId().toString(),
                    one.name(),
                    one.introduction(),
                    one.whom(),
                    one.deadline().toString(),
                    one.state().text(),
                    one.forgetsAddressesOn(zone).map(LocalDate::toString).orElse(null),
                    one.modifiedAt().toString(),
                    one.version());
        }
    }

    /**
     * What programs send for a comment round; what is missing is empty.
     *
     * @param deadline ISO 8601 date
     */
    @Serdeable
    @Schema(name = "CommentRoundInput")
    record RoundInput(
            @Nullable String name,
            @Nullable String introduction,
            @Nullable String whom,
            @Nullable String deadline) {
        CommentRoundForm form() {
            return new CommentRoundForm(
                    Answers.text(name, ""),
                    Answers.text(introduction, ""),
                    Answers.text(whom, ""),
                    Answers.text(deadline, ""));
        }
    }

    @Get
    @Operation(summary = "Kommentierungen, die neueste zuerst")
    @Operations.Listing
    HttpResponse<List<RoundView>> listCommentRounds(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request,
                rounds.list().stream()
                        .map(line -> RoundView.of(line.round(), rounds.zone()))
                        .toList());
    }

    @Get("/{id}")
    @Operation(summary = "Kommentierung lesen")
    @Operations.Reading
    HttpResponse<RoundView> getCommentRound(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), RoundView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Kommentierung zum Entwurf anlegen", description = "Geöffnet wird sie auf ihrer Seite.")
    @Operations.Creating
    @ApiResponse(responseCode = "409", description = "Es gibt keinen Entwurf")
    HttpResponse<RoundView> createCommentRound(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body RoundInput input) {
        CommentRoundForm form = input.form();
        Answers.refuse(form.errors(rounds.today(), null, texts));
        return Answers.created(view(rounds.create(form, who)), RoundView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Kommentierung ändern")
    @Operations.Changing
    @ApiResponse(responseCode = "409", description = "Die Kommentierung ist geschlossen")
    HttpResponse<RoundView> changeCommentRound(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body RoundInput input) {
        CommentRound before = rounds.get(id);
        long version = Versions.required(headers);
        CommentRoundForm form = input.form();
        Answers.refuse(form.errors(rounds.today(), before, texts));
        rounds.change(id, version, form, who);
        return Answers.one(view(id), RoundView::version);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Kommentierung löschen, solange sie nicht geöffnet wurde")
    @Operations.Deleting
    @ApiResponse(responseCode = "409", description = "Die Kommentierung wurde schon geöffnet")
    void deleteCommentRound(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        rounds.delete(id, Versions.required(headers), who);
    }

    private RoundView view(UUID id) {
        return RoundView.of(rounds.get(id), rounds.zone());
    }
}
