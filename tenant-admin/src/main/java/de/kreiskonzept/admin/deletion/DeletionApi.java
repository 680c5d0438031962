package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deletion of a county's data for programs. */
@Controller("/api/v1/tenants/{id}/deletion")
@Tag(name = "deletion")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@ApiResponse(
        responseCode = "404",
        description = "There is no such tenant, or no deletion was announced.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@AccountRefusals
class DeletionApi {
    private final Deletions deletions;

    DeletionApi(Deletions deletions) {
        this.deletions = deletions;
    }

    /**
     * The wish to have everything deleted.
     *
     * @param slug of the county, as a confirmation
     */
    @Serdeable
    @Schema(name = "DeletionWish")
    record Wish(
            @NotBlank String slug,
            @NotBlank @Size(max = Deletions.LONGEST_NAME) String askedBy,
            @NotBlank @Size(max = Decision.LONGEST_REASON) String reason) {}

    /** What the county has said to the offer of its data. */
    @Serdeable
    @Schema(name = "ExportAnswer")
    record Answer(
            @NotNull @Pattern(regexp = "taken|declined") String answer) {}

    /**
     * The offer to an archive.
     *
     * @param answeredOn null while there is no answer
     */
    @Serdeable
    @Schema(name = "ArchiveOffer")
    record Offer(
            @NotBlank @Size(max = ArchiveOffer.LONGEST_NAME) String archive,
            @NotNull LocalDate offeredOn,

            @NotNull @Pattern(regexp = "open|accepted|declined")
            String answer,

            @Nullable LocalDate answeredOn,
            @Nullable @Size(max = Decision.LONGEST_REASON) String reason) {
        ArchiveOffer read() {
            try {
                return new ArchiveOffer(
                        archive.strip(),
                        offeredOn,
                        ArchiveOffer.Answer.of(answer),
                        answeredOn,
                        Objects.requireNonNullElse(reason, "").strip());
            } catch (IllegalArgumentException e) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "deletion.archive.days");
            }
        }
    }

    @Get
    @Secured({Roles.OPERATOR, Roles.SUPPORT})
    @Operation(
            operationId = "showDeletion",
            summary = "Shows the deletion of a county that was announced last, with its version as ETag.")
    HttpResponse<DeletionView> show(UUID id) {
        return tagged(HttpStatus.OK, deletions.get(id));
    }

    @Post
    @FreshCode
    @Operation(
            operationId = "announceDeletion",
            summary =
                    "Announces the deletion of a suspended or archived county; If-Match is the version of the tenant.")
    @ApiResponse(
            responseCode = "201",
            description = "It is announced; nothing is removed yet.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeletionView.class)))
    @BodyRefusals
    @VersionRefusals
    HttpResponse<DeletionView> announce(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Wish wish) {
        var announcement = new Deletions.Announcement(wish.slug(), wish.askedBy(), wish.reason());
        return tagged(HttpStatus.CREATED, deletions.announce(id, Versions.required(headers), announcement, actor(who)));
    }

    @Post("/export")
    @Operation(
            operationId = "answerExport",
            summary =
                    "Records whether the county has taken its data along; for that an export has to be written first.")
    @BodyRefusals
    @VersionRefusals
    HttpResponse<DeletionView> export(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Answer answer) {
        var taken = answer.answer().equals("taken");
        return tagged(HttpStatus.OK, deletions.answerExport(id, Versions.required(headers), taken, actor(who)));
    }

    @Post("/archive")
    @Operation(
            operationId = "offerToArchive",
            summary = "Records the offer to an archive or its answer, with which 30 days of waiting begin.")
    @BodyRefusals
    @VersionRefusals
    HttpResponse<DeletionView> archive(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Offer offer) {
        return tagged(HttpStatus.OK, deletions.offer(id, Versions.required(headers), offer.read(), actor(who)));
    }

    @Post("/cancel")
    @Operation(operationId = "cancelDeletion", summary = "Calls a deletion off; the workspace stays as it is.")
    @VersionRefusals
    HttpResponse<DeletionView> cancel(HttpHeaders headers, SignedIn who, UUID id) {
        return tagged(HttpStatus.OK, deletions.cancel(id, Versions.required(headers), actor(who)));
    }

    private HttpResponse<DeletionView> tagged(HttpStatus status, CountyDeletion changed) {
        return HttpResponse.<DeletionView>status(status)
                .body(DeletionView.of(changed, deletions.today()))
                .header(HttpHeaders.ETAG, Versions.tag(changed.version()));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
