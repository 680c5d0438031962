package de.kreiskonzept.platform.monitoring.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.AssessmentForm;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of bodies for programs: read them, and make them assessments. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(Roles.LEAD)
class ReplyApi {
    private final Proposals proposals;
    private final Texts texts;

    ReplyApi(Proposals proposals, Texts texts) {
        this.proposals = proposals;
        this.texts = texts;
    }

    /**
     * A question to a body with its answer.
     *
     * @param current light that holds for the measure now
     * @param state open, given, returned or accepted
     * @param light of the answer, null where there is none yet
     * @param status name under which the light was given, empty for the word of the colour
     * @param nothingNew whether the body said only that nothing has changed
     * @param author account that answered for the body, empty where the body did itself
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Reply")
    record ReplyView(
            String id,
            String body,
            String measureId,
            String current,
            String state,
            @Nullable String light,
            String status,
            @Nullable String reason,
            String words,
            boolean nothingNew,
            String author,
            @Nullable String repliedAt,
            long version) {
        static ReplyView of(Reply reply) {
            TrafficLight light = reply.light();
            ReasonClass reason = reply.reason();
            return new ReplyView(
                    reply.id().toString(),
                    reply.body(),
                    reply.measureId().toString(),
                    reply.current().text(),
                    reply.state().text(),
                    light == null ? null : light.text(),
                    reply.status(),
                    reason == null ? null : reason.text(),
                    reply.words(),
                    reply.nothingNew(),
                    reply.author(),
                    Answers.text(reply.repliedAt()),
                    reply.version());
        }
    }

    /**
     * What is assessed instead of the answer; all of it missing where the answer is taken as it is.
     *
     * @param light green, yellow, red or grey
     */
    @Serdeable
    @Schema(name = "AcceptInput")
    record AcceptInput(
            @Nullable String light,
            @Nullable String reason,
            @Nullable String justification) {
        boolean isEmpty() {
            return light == null && reason == null && justification == null;
        }
    }

    /**
     * Which answers are accepted.
     *
     * @param body id of an asked body; null for all
     */
    @Serdeable
    @Schema(name = "AcceptAllInput")
    record AcceptAllInput(@Nullable UUID body) {}

    /** How many answers were accepted. */
    @Serdeable
    @Schema(name = "Accepted")
    record AcceptedView(int accepted) {}

    @Get("/rounds/{id}/replies")
    @Operation(summary = "Fragen einer Berichtsrunde mit ihren Antworten, nach Stelle")
    @Operations.Listing
    HttpResponse<List<ReplyView>> listReplies(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @QueryValue @Nullable @Parameter(description = "open, given, returned oder accepted") String state) {
        return Answers.part(
                request,
                proposals.board(id, state == null ? null : known(state)).replies().stream()
                        .map(ReplyView::of)
                        .toList());
    }

    private static ReplyState known(String state) {
        return Arrays.stream(ReplyState.values())
                .filter(value -> value.text().equals(state))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-filter", "monitoring.filter.unknown"));
    }

    @Get("/replies/{id}")
    @Operation(summary = "Eine Frage mit ihrer Antwort")
    @Operations.Reading
    HttpResponse<ReplyView> getReply(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(ReplyView.of(proposals.get(id)), ReplyView::version);
    }

    @Post("/replies/{id}/accept")
    @Operation(
            summary = "Antwort als Bewertung übernehmen, wie sie ist oder geändert",
            description = "Ohne Angaben wird die Antwort übernommen, wie sie ist.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Version der Antwort")
    @ApiResponse(responseCode = "200", description = "Übernommen; ETag nennt die neue Version")
    @ApiResponse(responseCode = "409", description = "Die Runde ist nicht geöffnet, oder es gibt nichts zu übernehmen")
    @ApiResponse(responseCode = "412", description = "Inzwischen wurde anders geantwortet")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    HttpResponse<ReplyView> acceptReply(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body AcceptInput input) {
        long version = Versions.required(headers);
        Reply one = proposals.get(id);
        if (input.isEmpty()) {
            proposals.accept(one, version, who);
        } else {
            AssessmentForm form = AssessmentForm.of(input.light(), input.reason(), input.justification());
            Answers.refuse(form.errors(texts));
            proposals.accept(one, version, form.light(FormErrors.none()), who);
        }
        return Answers.one(ReplyView.of(proposals.get(id)), ReplyView::version);
    }

    @Post("/rounds/{id}/accept-all")
    @Operation(summary = "Alle Antworten übernehmen, die warten, oder die einer Stelle")
    @ApiResponse(responseCode = "200", description = "Übernommen; die Zahl steht in der Antwort")
    @ApiResponse(responseCode = "409", description = "Die Runde ist nicht geöffnet")
    @ApiResponse(responseCode = "412", description = "Inzwischen wurde etwas davon geändert")
    HttpResponse<AcceptedView> acceptAll(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body AcceptAllInput input) {
        return HttpResponse.ok(new AcceptedView(proposals.acceptAll(id, input.body(), who)));
    }
}
