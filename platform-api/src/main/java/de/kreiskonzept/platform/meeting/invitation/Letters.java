package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet.Line;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import jakarta.inject.Singleton;

/** Writes to people about a meeting. */
@Singleton
class Letters {
    private final Texts texts;
    private final SiteUrls urls;
    private final CurrentWorkspace current;
    private final Outbox outbox;

    Letters(Texts texts, SiteUrls urls, CurrentWorkspace current, Outbox outbox) {
        this.texts = texts;
        this.urls = urls;
        this.current = current;
        this.outbox = outbox;
    }

    /** The words for this meeting. */
    InvitationText of(MeetingSheet sheet) {
        String link = urls.platform(
                MeetingLinks.one(current.get().slug(), sheet.meeting().id()));
        return new InvitationText(sheet, texts, link);
    }

    /** Invites all who have an address. */
    void invite(AttendanceSheet sheet) {
        InvitationText text = of(sheet.sheet());
        outbox.enqueue(sheet.lines().stream()
                .filter(line -> !line.mail().isEmpty())
                .map(line -> new Mail(line.mail(), text.subject(), text.body(line.name(), line.guest())))
                .toList());
    }

    /** Tells all who were invited and have an address that they need not come. */
    void cancel(AttendanceSheet sheet) {
        InvitationText text = of(sheet.sheet());
        outbox.enqueue(sheet.lines().stream()
                .filter(line -> !line.mail().isEmpty() && isInvited(sheet, line))
                .map(line -> new Mail(line.mail(), text.cancelledSubject(), text.cancelledBody(line.name())))
                .toList());
    }

    private static boolean isInvited(AttendanceSheet sheet, Line line) {
        return sheet.find(line.key()).filter(known -> known.invitedAt() != null).isPresent();
    }
}
