package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingApi.MeetingInput;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Meetings that are planned at once, for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}/committees/{id}/meeting-series")
@Operations.All
@Secured(Roles.LEAD)
class SeriesApi {
    private final Meetings meetings;
    private final MeetingStore store;
    private final Committees committees;
    private final Texts texts;

    SeriesApi(Meetings meetings, MeetingStore store, Committees committees, Texts texts) {
        this.meetings = meetings;
        this.store = store;
        this.committees = committees;
        this.texts = texts;
    }

    /**
     * What programs send for a series.
     *
     * @param meeting the first one
     * @param repeat weeks, months or dates (those of the committee)
     * @param every number of weeks or months between two meetings; 1 where it is missing
     * @param until last day
     * @param times how many meetings
     */
    @Serdeable
    @Schema(name = "MeetingSeriesInput")
    record SeriesInput(
            @Nullable MeetingInput meeting,
            @Nullable String repeat,
            @Nullable Integer every,
            @Nullable LocalDate until,
            @Nullable Integer times) {
        SeriesForm form() {
            return new SeriesForm(
                    Answers.text(repeat, "once"),
                    Answers.text(every, "1"),
                    Answers.text(until, ""),
                    Answers.text(times, ""));
        }
    }

    /** The meetings that were planned, the first one first. */
    @Serdeable
    @Schema(name = "MeetingSeries")
    record SeriesView(List<MeetingView> meetings) {}

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Mehrere Sitzungen eines Gremiums auf einmal planen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    SeriesView createSeries(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SeriesInput input) {
        Committee committee = committees.read(who).get(id);
        MeetingInput first = input.meeting() == null ? MeetingInput.EMPTY : input.meeting();
        MeetingForm form = first.form();
        SeriesForm series = input.form();
        Answers.refuse(series.errors(form.errors(texts, meetings.frame(committee)), form, texts, committee));
        return new SeriesView(meetings.create(committee, form, series, who).stream()
                .map(one -> MeetingView.of(store.find(one).orElseThrow(Refusal::notFound), meetings.zone()))
                .toList());
    }
}
