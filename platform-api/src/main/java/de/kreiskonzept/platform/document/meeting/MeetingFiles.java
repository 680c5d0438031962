package de.kreiskonzept.platform.document.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.minutes.Minutes;
import de.kreiskonzept.platform.meeting.minutes.MinutesSheet;
import de.kreiskonzept.platform.meeting.minutes.MinutesText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitation, minutes and excerpts as files, each with what the reader may see. */
@Hidden
@Controller("/{county}/sitzungen/{id}")
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class MeetingFiles {
    private final Meetings meetings;
    private final Minutes minutes;
    private final MeetingPress press;
    private final MeetingBlocks blocks;

    MeetingFiles(Meetings meetings, Minutes minutes, MeetingPress press) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.press = press;
        this.blocks = press.blocks();
    }

    @Get("/einladung.pdf")
    @Format.Pdf
    HttpResponse<byte[]> invitation(String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        return press.print(sheet, "invitation", blocks.invitation(sheet), Format.PDF);
    }

    @Get("/niederschrift.pdf")
    @Format.Pdf
    HttpResponse<byte[]> minutesPdf(String county, UUID id, SignedIn who) {
        return minutes(id, who, Format.PDF);
    }

    @Get("/niederschrift.docx")
    @Format.Docx
    HttpResponse<byte[]> minutesWord(String county, UUID id, SignedIn who) {
        return minutes(id, who, Format.DOCX);
    }

    private HttpResponse<byte[]> minutes(UUID id, SignedIn who, Format format) {
        MinutesSheet sheet = minutes.get(id, who);
        return press.print(
                sheet.sheet(),
                sheet.approved().isPresent() ? "minutes" : "draft",
                blocks.minutes(Optional.ofNullable(sheet.text()).orElseThrow(Refusal::notFound)),
                format);
    }

    @Get("/niederschrift/auszug.pdf")
    @Format.Pdf
    HttpResponse<byte[]> excerptPdf(@RequestBean Excerpt excerpt, SignedIn who) {
        return excerpt(excerpt, who, Format.PDF);
    }

    @Get("/niederschrift/auszug.docx")
    @Format.Docx
    HttpResponse<byte[]> excerptWord(@RequestBean Excerpt excerpt, SignedIn who) {
        return excerpt(excerpt, who, Format.DOCX);
    }

    /**
     * What an excerpt is about.
     *
     * @param id of the meeting
     * @param punkt id of an item; null where it is about a decision
     * @param beschluss id of a decision; null where it is about an item
     */
    @Introspected
    record Excerpt(
            @PathVariable UUID id,
            @Nullable @QueryValue UUID punkt,
            @Nullable @QueryValue UUID beschluss) {
        MinutesText of(MinutesText whole) {
            return beschluss == null
                    ? whole.excerpt(Objects.toString(punkt, ""))
                    : whole.excerptOf(beschluss.toString());
        }
    }

    private HttpResponse<byte[]> excerpt(Excerpt excerpt, SignedIn who, Format format) {
        MinutesSheet sheet = minutes.get(excerpt.id(), who);
        MinutesText text = Optional.ofNullable(sheet.text())
                .map(excerpt::of)
                .filter(found -> !found.isEmpty())
                .orElseThrow(Refusal::notFound);
        return press.print(sheet.sheet(), "excerpt", blocks.minutes(text), format);
    }
}
