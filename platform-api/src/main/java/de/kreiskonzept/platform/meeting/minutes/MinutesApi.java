package de.kreiskonzept.platform.meeting.minutes;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingOperations;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}/meetings/{id}/minutes")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class MinutesApi {
    private final Minutes minutes;
    private final Texts texts;

    MinutesApi(Minutes minutes, Texts texts) {
        this.minutes = minutes;
        this.texts = texts;
    }

    /**
     * Minutes as this reader may see them.
     *
     * @param state draft, comments or approved
     * @param edition number of what went out last, 0 for nothing
     * @param digest SHA-256 of what was approved; null before
     * @param remarks what was said about them, for those who belong to the committee
     * @param version of the meeting
     */
    @Serdeable
    @Schema(name = "Minutes")
    record MinutesView(
            String state,
            int edition,
            @Nullable String digest,
            MinutesText text,
            List<RemarkView> remarks,
            long version) {
        static MinutesView of(MinutesSheet sheet) {
            MinutesText text = sheet.text();
            if (text == null) {
                throw Refusal.notFound();
            }
            return new MinutesView(
                    state(sheet),
                    sheet.latest().map(Edition::number).orElse(0),
                    sheet.approved().map(Edition::digest).orElse(null),
                    text,
                    sheet.remarks().stream().map(RemarkView::of).toList(),
                    sheet.sheet().meeting().version());
        }

        private static String state(MinutesSheet sheet) {
            if (sheet.approved().isPresent()) {
                return "approved";
            }
            return sheet.latest().isPresent() ? "comments" : "draft";
        }
    }

    /**
     * What somebody said about minutes.
     *
     * @param itemId null for the minutes as a whole
     * @param state open, taken or refused
     */
    @Serdeable
    @Schema(name = "MinutesRemark")
    record RemarkView(
            String id,
            @Nullable String itemId,
            int edition,
            String author,
            String text,
            String state,
            String answer,
            long version) {
        static RemarkView of(Remark one) {
            return new RemarkView(
                    one.id().toString(),
                    Answers.text(one.itemId()),
                    one.edition(),
                    one.author(),
                    one.text(),
                    one.state().text(),
                    one.answer(),
                    one.version());
        }
    }

    /** What programs send for a remark. */
    @Serdeable
    @Schema(name = "MinutesRemarkInput")
    record RemarkInput(
            @Nullable UUID itemId,

            @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
            String text) {}

    /**
     * What becomes of a remark.
     *
     * @param state taken or refused
     */
    @Serdeable
    @Schema(name = "MinutesAnswerInput")
    record AnswerInput(
            @Nullable String state,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String answer) {}

    @Get
    @Operation(
            summary = "Niederschrift lesen",
            description = "Vor der Genehmigung nur für Leitung und Gremium, danach für andere der öffentliche Teil")
    @Operations.Reading
    HttpResponse<MinutesView> getMinutes(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(MinutesView.of(minutes.get(id, who)), MinutesView::version);
    }

    @Post("/circulation")
    @Secured(Roles.LEAD)
    @Operation(summary = "Niederschrift zur Durchsicht geben; If-Match nennt die Version der Sitzung")
    @Operations.Changing
    @MeetingOperations.WhenReady
    HttpResponse<MinutesView> circulateMinutes(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        minutes.circulate(id, Versions.required(headers), who);
        return getMinutes(who, county, id);
    }

    @Post("/approval")
    @Secured(Roles.LEAD)
    @Operation(summary = "Niederschrift genehmigen; die Sitzung ist dann abgeschlossen")
    @Operations.Changing
    @MeetingOperations.WhenReady
    HttpResponse<MinutesView> approveMinutes(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        minutes.approve(id, Versions.required(headers), who);
        return getMinutes(who, county, id);
    }

    @Post("/remarks")
    @Secured({Roles.LEAD, Roles.MEMBER})
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Einwand oder Hinweis zu einer Niederschrift, die zur Durchsicht liegt")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "422", description = "Der Text fehlt oder ist zu lang")
    @MeetingOperations.WhenReady
    List<RemarkView> addRemark(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body RemarkInput input) {
        String text = Answers.text(input.text(), "");
        Answers.refuse(
                text.isBlank()
                        ? FormErrors.none().with("text", texts.text("minutes.fault.text"))
                        : FormErrors.none().withLimit("text", text, TextLimits.TEXT, texts));
        minutes.remark(id, input.itemId(), text, who);
        return minutes.get(id, who).remarks().stream().map(RemarkView::of).toList();
    }

    @Put("/remarks/{part}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Einwand oder Hinweis beantworten; If-Match nennt seine Version")
    @Operations.Changing
    @MeetingOperations.WhenReady
    HttpResponse<RemarkView> answerRemark(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean MeetingPlace place,
            @Body AnswerInput input) {
        long version = Versions.required(headers);
        String words = Answers.text(input.answer(), "");
        FormErrors errors = FormErrors.none().withLimit("answer", words, TextLimits.TEXT, texts);
        Remark.State state =
                Remark.State.findAnswer(Answers.text(input.state(), "")).orElse(Remark.State.OPEN);
        Answers.refuse(state == Remark.State.OPEN ? errors.with("state", texts.text("minutes.fault.state")) : errors);
        minutes.answer(place.id(), place.part(), version, new Minutes.Answered(state, words), who);
        return minutes.get(place.id(), who).remarks().stream()
                .filter(one -> one.id().equals(place.part()))
                .findFirst()
                .map(one -> Answers.one(RemarkView.of(one), RemarkView::version))
                .orElseThrow(Refusal::notFound);
    }
}
