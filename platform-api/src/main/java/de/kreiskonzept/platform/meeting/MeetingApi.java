package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.MeetingState;
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
import io.micronaut.http.annotation.QueryValue;
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

/** Meetings for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeetingApi {
    private final Meetings meetings;
    private final MeetingStore store;
    private final Committees committees;
    private final Texts texts;

    MeetingApi(Meetings meetings, MeetingStore store, Committees committees, Texts texts) {
        this.meetings = meetings;
        this.store = store;
        this.committees = committees;
        this.texts = texts;
    }

    /**
     * What programs send for a meeting; what is missing is empty.
     *
     * @param begin time of day, such as 18:00
     * @param inviteDays how many days before the meeting the invitation is in time
     * @param past whether a day that has passed is meant
     */
    @Serdeable
    @Schema(name = "MeetingInput")
    record MeetingInput(
            @Schema(maxLength = TextLimits.NAME) @Nullable String title,

            @Nullable LocalDate day,
            @Nullable String begin,
            @Nullable String end,
            @Schema(maxLength = TextLimits.NAME) @Nullable String location,

            @Nullable String onlineLink,
            @Nullable Integer inviteDays,
            @Nullable Boolean past) {
        static final MeetingInput EMPTY = new MeetingInput(null, null, null, null, null, null, null, null);

        MeetingForm form() {
            return new MeetingForm(
                    Answers.text(title, "").strip(),
                    Answers.text(day, ""),
                    Answers.text(begin, ""),
                    Answers.text(end, ""),
                    Answers.text(location, "").strip(),
                    Answers.text(onlineLink, "").strip(),
                    Answers.text(inviteDays, ""),
                    Boolean.TRUE.equals(past));
        }
    }

    /**
     * Where a meeting goes.
     *
     * @param state held, closed or cancelled
     * @param reason why it is cancelled
     */
    @Serdeable
    @Schema(name = "MeetingStep")
    record StepInput(
            @Nullable String state,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String reason) {}

    @Get("/meetings")
    @Operation(summary = "Sitzungen: kommende die nächste zuerst, sonst die jüngste zuerst")
    @Operations.Listing
    HttpResponse<List<MeetingView>> listMeetings(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @Parameter(description = "Nur dieses Gremium") @Nullable @QueryValue UUID committee,
            @Parameter(description = "kommend, vergangen oder alle; ohne Angabe kommend") @Nullable @QueryValue
                    String span) {
        var filter = new MeetingFilter(committee, MeetingFilter.Span.of(span));
        ListPart part = ListPart.of(request);
        List<MeetingView> shown = store.list(filter, meetings.now(), part.offset(), part.size()).stream()
                .map(one -> MeetingView.of(one, meetings.zone()))
                .toList();
        return HttpResponse.ok(shown)
                .header(HttpHeaders.LINK, part.links(request, store.count(filter, meetings.now())));
    }

    @Get("/meetings/{id}")
    @Operation(summary = "Sitzung lesen")
    @Operations.Reading
    HttpResponse<MeetingView> getMeeting(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), MeetingView::version);
    }

    @Post("/committees/{id}/meetings")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Sitzung eines Gremiums planen")
    @Operations.Creating
    HttpResponse<MeetingView> createMeeting(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body MeetingInput input) {
        Committee committee = committees.read(who).get(id);
        MeetingForm form = input.form();
        Answers.refuse(form.errors(texts, meetings.frame(committee)));
        UUID created = meetings.create(committee, form, SeriesForm.NONE, who).getFirst();
        return Answers.created(view(created), MeetingView::version);
    }

    @Put("/meetings/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Zeit, Ort und Titel einer Sitzung ändern")
    @Operations.Changing
    @MeetingOperations.WhileOpen
    HttpResponse<MeetingView> changeMeeting(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body MeetingInput input) {
        long version = Versions.required(headers);
        MeetingStore.Listed before = store.find(id).orElseThrow(Refusal::notFound);
        MeetingForm form = input.form();
        Answers.refuse(form.errors(texts, meetings.frame(before.committee())));
        meetings.change(id, version, form, who);
        return getMeeting(county, id);
    }

    @Put("/meetings/{id}/state")
    @Secured(Roles.LEAD)
    @Operation(summary = "Sitzung als gehalten festhalten, abschließen oder absagen")
    @Operations.Changing
    @MeetingOperations.WhenReady
    HttpResponse<MeetingView> stepMeeting(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body StepInput input) {
        long version = Versions.required(headers);
        MeetingState target = MeetingState.find(Answers.text(input.state(), ""))
                .filter(state -> !state.isAhead())
                .orElseThrow(() -> new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "meeting.refused.state"));
        String reason = Answers.text(input.reason(), "").strip();
        Answers.refuse(FormErrors.none().withLimit("reason", reason, TextLimits.TEXT, texts));
        meetings.go(id, version, target, target == MeetingState.CANCELLED ? reason : "", who);
        return getMeeting(county, id);
    }

    @Delete("/meetings/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Geplante Sitzung mit ihrer Tagesordnung löschen")
    @Operations.Deleting
    @MeetingOperations.WhenReady
    void deleteMeeting(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        meetings.delete(id, Versions.required(headers), who);
    }

    private MeetingView view(UUID id) {
        return MeetingView.of(store.find(id).orElseThrow(Refusal::notFound), meetings.zone());
    }
}
