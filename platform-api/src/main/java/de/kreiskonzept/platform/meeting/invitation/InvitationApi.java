package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingOperations;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitation to a meeting for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}/meetings/{id}/invitation")
@Operations.All
@Secured(Roles.LEAD)
class InvitationApi {
    private final Invitations invitations;
    private final Meetings meetings;
    private final Letters letters;
    private final Texts texts;

    InvitationApi(Invitations invitations, Meetings meetings, Letters letters, Texts texts) {
        this.invitations = invitations;
        this.meetings = meetings;
        this.letters = letters;
        this.texts = texts;
    }

    /**
     * The invitation as it would go out now.
     *
     * @param count how often one was sent
     * @param last when one was sent last; null where none was
     * @param changed whether people were invited to something else than what stands here now
     * @param missing what keeps it from going out, in sentences
     * @param version of the meeting
     */
    @Serdeable
    @Schema(name = "MeetingInvitation")
    record InvitationView(
            String subject,
            String body,
            int count,
            @Nullable Instant last,
            boolean changed,
            List<String> missing,
            long version) {}

    @Get
    @Operation(summary = "Einladung lesen, wie sie jetzt verschickt würde")
    @Operations.Reading
    HttpResponse<InvitationView> getInvitation(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(meetings.get(id, who)), InvitationView::version);
    }

    @Post
    @Operation(summary = "Einladen: per E-Mail, wer eine Adresse hat; If-Match nennt die Version der Sitzung")
    @Operations.Changing
    @MeetingOperations.WhenReady
    HttpResponse<InvitationView> sendInvitation(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        invitations.send(id, Versions.required(headers), who);
        return getInvitation(who, county, id);
    }

    private InvitationView view(MeetingSheet sheet) {
        InvitationText text = letters.of(sheet);
        return new InvitationView(
                text.subject(),
                text.body(texts.text("invitation.somebody"), false),
                sheet.meeting().invitations().count(),
                sheet.meeting().invitations().last(),
                sheet.isChangedSinceInvitation(),
                sheet.hindrances(MeetingState.INVITED).stream()
                        .map(one -> texts.text(one.wordKey()))
                        .toList(),
                sheet.meeting().version());
    }
}
