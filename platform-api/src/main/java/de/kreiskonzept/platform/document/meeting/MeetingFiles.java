package de.kreiskonzept.platform.document.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.minutes.Minutes;
import de.kreiskonzept.platform.meeting.minutes.MinutesSheet;
import de.kreiskonzept.platform.meeting.minutes.MinutesText;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitation, minutes, excerpt and everything together as files, each with what the reader may see. */
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
    HttpResponse<byte[]> excerpt(String county, UUID id, SignedIn who, @QueryValue UUID punkt) {
        MinutesSheet sheet = minutes.get(id, who);
        MinutesText text =
                Optional.ofNullable(sheet.text()).orElseThrow(Refusal::notFound).excerpt(punkt.toString());
        if (text.parts().isEmpty()) {
            throw Refusal.notFound();
        }
        return press.print(sheet.sheet(), "excerpt", blocks.minutes(text), Format.PDF);
    }

    @Get("/mappe.pdf")
    @Format.Pdf
    HttpResponse<byte[]> pack(String county, UUID id, SignedIn who) {
        MinutesSheet sheet = minutes.get(id, who);
        List<Block> all = new ArrayList<>(blocks.invitation(sheet.sheet()));
        all.addAll(blocks.explanations(sheet.sheet()));
        return press.print(sheet.sheet(), "pack", all, Format.PDF);
    }
}
