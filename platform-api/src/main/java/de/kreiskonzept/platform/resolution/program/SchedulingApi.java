package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingOperations;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.resolution.scheduling.Scheduling;
import de.kreiskonzept.platform.resolution.scheduling.Waiting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Papers on agendas for programs. */
@Tag(name = "papers")
@Controller("/api/v1/{county}/meetings/{id}/papers")
@Operations.All
@Secured(Roles.LEAD)
class SchedulingApi {
    private final Scheduling scheduling;
    private final Meetings meetings;

    SchedulingApi(Scheduling scheduling, Meetings meetings) {
        this.scheduling = scheduling;
        this.meetings = meetings;
    }

    /**
     * A turn that stands on no agenda yet.
     *
     * @param publicity public, non_public or unknown
     */
    @Serdeable
    @Schema(name = "WaitingConsultation")
    record WaitingView(String consultationId, String paperId, String number, String title, String publicity) {
        static WaitingView of(Waiting one) {
            return new WaitingView(
                    one.turn().toString(),
                    one.paper().toString(),
                    one.number(),
                    one.title(),
                    one.publicity().text());
        }
    }

    /** Which turn is put on the agenda. */
    @Serdeable
    @Schema(name = "SchedulingInput")
    record PutInput(@Nullable UUID consultationId) {}

    /** The item that was made. */
    @Serdeable
    @Schema(name = "ScheduledItem")
    record ItemView(String id) {}

    @Get
    @Operation(summary = "Beratungen dieses Gremiums, die noch auf keiner Tagesordnung stehen")
    @Operations.Listing
    HttpResponse<List<WaitingView>> listWaiting(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        return Answers.part(
                request,
                scheduling.list(meetings.get(id, who).meeting()).stream()
                        .map(WaitingView::of)
                        .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Vorlage auf die Tagesordnung setzen; der neue Punkt trägt ihren Titel")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "412", description = "Sie steht inzwischen auf einer Tagesordnung")
    @MeetingOperations.WhileOpen
    ItemView putPaper(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body PutInput input) {
        UUID turn = Optional.ofNullable(input.consultationId()).orElseThrow(Refusal::notFound);
        return new ItemView(scheduling.put(id, turn, who).toString());
    }
}
