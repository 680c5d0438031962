package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingOperations;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who comes to a meeting and who was there, for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}/meetings/{id}")
@Operations.All
@Secured(Roles.LEAD)
class AttendanceApi {
    private final Attendances attendances;
    private final Texts texts;

    AttendanceApi(Attendances attendances, Texts texts) {
        this.attendances = attendances;
        this.texts = texts;
    }

    /**
     * Who comes and who was there.
     *
     * @param mark changes with every change; sent back with one
     * @param voting members with a vote
     * @param present of them, or their deputies; null while nobody has noted who was there
     * @param quorum whether the committee could decide, in words
     */
    @Serdeable
    @Schema(name = "Attendance")
    record AttendanceView(
            String mark,
            int voting,
            @Nullable Integer present,
            String quorum,
            List<PersonView> people,
            List<NumberView> items) {
        static AttendanceView of(AttendanceSheet sheet, Texts texts) {
            return new AttendanceView(
                    sheet.mark(),
                    sheet.presence().voting(),
                    sheet.presence().present(),
                    texts.text(sheet.quorumKey(null)),
                    sheet.lines().stream()
                            .map(line -> PersonView.of(sheet, line, texts))
                            .toList(),
                    sheet.sheet().agenda().lines().stream()
                            .map(line -> new NumberView(
                                    line.item().id().toString(), line.item().present()))
                            .toList());
        }
    }

    /**
     * Somebody who may come.
     *
     * @param id of the person, or of a guest of this meeting
     * @param role the seat, or in whose place
     * @param answer none, accepted or declined
     * @param attendance unknown, present, excused or absent
     */
    @Serdeable
    @Schema(name = "AttendancePerson")
    record PersonView(
            String id, String name, String role, boolean voting, boolean guest, String answer, String attendance) {
        static PersonView of(AttendanceSheet sheet, AttendanceSheet.Line line, Texts texts) {
            return new PersonView(
                    line.key().toString(),
                    sheet.name(texts, line),
                    sheet.role(texts, line),
                    line.voting(),
                    line.guest(),
                    sheet.answer(line.key()).text(),
                    sheet.attendance(line.key()).text());
        }
    }

    /**
     * How many members with a vote were there for an item.
     *
     * @param present null where it is the number of the whole meeting
     */
    @Serdeable
    @Schema(name = "AttendanceNumber")
    record NumberView(String itemId, @Nullable Integer present) {}

    /** What programs send: what changes; people and items that are not named stay as they are. */
    @Serdeable
    @Schema(name = "AttendanceInput")
    record AttendanceInput(
            @Nullable String mark,
            @Nullable List<PersonInput> people,
            @Nullable List<NumberInput> items) {
        AttendanceForm form(AttendanceSheet sheet) {
            AttendanceForm now = AttendanceForm.of(sheet);
            var answers = new HashMap<>(now.answers());
            var attendance = new HashMap<>(now.attendance());
            var present = new HashMap<>(now.present());
            stream(people).forEach(one -> {
                answers.computeIfPresent(id(one.id()), (_, before) -> Answers.text(one.answer(), before));
                attendance.computeIfPresent(id(one.id()), (_, before) -> Answers.text(one.attendance(), before));
            });
            stream(items)
                    .forEach(one ->
                            present.computeIfPresent(id(one.itemId()), (_, _) -> Answers.text(one.present(), "")));
            return new AttendanceForm(answers, attendance, present);
        }

        private static <T> Stream<T> stream(@Nullable List<T> some) {
            return some == null ? Stream.empty() : some.stream();
        }

        private static UUID id(@Nullable UUID id) {
            if (id == null) {
                throw Refusal.notFound();
            }
            return id;
        }
    }

    /** What changes for a person. */
    @Serdeable
    @Schema(name = "AttendancePersonInput")
    record PersonInput(
            @Nullable UUID id,
            @Nullable String answer,
            @Nullable String attendance) {}

    /** What changes for an item. */
    @Serdeable
    @Schema(name = "AttendanceNumberInput")
    record NumberInput(@Nullable UUID itemId, @Nullable Integer present) {}

    /** What programs send for a guest. */
    @Serdeable
    @Schema(name = "GuestInput")
    record GuestInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Schema(maxLength = TextLimits.NAME) @Nullable String mail) {
        GuestForm form() {
            return new GuestForm(
                    Answers.text(name, "").strip(), Answers.text(mail, "").strip());
        }
    }

    /** A guest who is on the list now. */
    @Serdeable
    @Schema(name = "Guest")
    record GuestView(String id) {}

    @Get("/attendance")
    @Secured({Roles.LEAD, Roles.MEMBER})
    @Operation(summary = "Wer kommt und wer da war; nur für Leitung und Mitglieder des Gremiums")
    @ApiResponse(responseCode = "200", description = "Gelesen; mark nennt den Stand")
    AttendanceView getAttendance(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return AttendanceView.of(attendances.getInside(id, who), texts);
    }

    @Put("/attendance")
    @Operation(summary = "Antworten und Anwesenheit festhalten; mark nennt den gelesenen Stand")
    @ApiResponse(responseCode = "200", description = "Festgehalten")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe passt nicht")
    @MeetingOperations.WhileOpen
    AttendanceView noteAttendance(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body AttendanceInput input) {
        AttendanceSheet sheet = attendances.getInside(id, who);
        AttendanceForm form = input.form(sheet);
        Answers.refuse(form.errors(texts, sheet));
        attendances.note(id, Answers.text(input.mark(), ""), form, who);
        return getAttendance(who, county, id);
    }

    @Post("/guests")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Gast eintragen")
    @ApiResponse(responseCode = "201", description = "Eingetragen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @MeetingOperations.WhileOpen
    GuestView addGuest(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body GuestInput input) {
        GuestForm form = input.form();
        Answers.refuse(form.errors(texts));
        return new GuestView(attendances.addGuest(id, form.guest(), who).toString());
    }

    @Delete("/guests/{part}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gast von der Liste nehmen")
    @ApiResponse(responseCode = "204", description = "Entfernt")
    @MeetingOperations.WhileOpen
    void removeGuest(@Parameter(hidden = true) SignedIn who, @RequestBean MeetingPlace place) {
        attendances.removeGuest(place.id(), place.part(), who);
    }
}
