package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Meeting;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.MeetingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What people are told of a meeting. It names public items alone, whoever gets it: a mail is read by others, too.
 *
 * @param link address of the page of the meeting, for those with an account
 */
record InvitationText(MeetingSheet sheet, Texts texts, String link) {
    private static final int LEAVES_ROOM = 2000;

    /** The line above the mail. */
    String subject() {
        String kind = sheet.meeting().invitations().count() == 0 ? "subject" : "subjectAgain";
        return shortened(texts.text("invitation.mail." + kind, sheet.committeeName(), day()));
    }

    /** The mail to somebody; a guest is told nothing of items that are not public. */
    String body(String name, boolean guest) {
        var lines = new ArrayList<String>();
        lines.add(texts.text("invitation.mail.greeting", name));
        lines.add(texts.text(
                sheet.meeting().invitations().count() == 0 ? "invitation.mail.intro" : "invitation.mail.again",
                sheet.committeeName()));
        lines.add(facts());
        lines.add(texts.text("invitation.mail.agenda") + "\n" + agenda());
        boolean more = sheet.agenda().lines().stream().anyMatch(line -> !line.isOpen());
        if (more && !guest) {
            lines.add(texts.text("invitation.mail.more"));
        }
        lines.add(texts.text("invitation.mail.link", link));
        return String.join("\n\n", lines);
    }

    /** The line above the mail that says the meeting is cancelled. */
    String cancelledSubject() {
        return shortened(texts.text("invitation.mail.cancelledSubject", sheet.committeeName(), day()));
    }

    /** The mail that says the meeting is cancelled. */
    String cancelledBody(String name) {
        return String.join(
                "\n\n",
                texts.text("invitation.mail.greeting", name),
                texts.text("invitation.mail.cancelled", sheet.committeeName(), day()),
                sheet.meeting().cancelReason());
    }

    /** Public items with their numbers, one on each line. */
    String agenda() {
        String all = sheet.agenda().open().lines().stream()
                .map(line -> "  ".repeat(line.depth() - 1) + line.number() + " "
                        + line.item().title())
                .collect(Collectors.joining("\n"));
        return all.length() > Mail.LONGEST_BODY - LEAVES_ROOM ? texts.text("invitation.mail.long") : all;
    }

    private String facts() {
        Meeting meeting = sheet.meeting();
        var lines = new ArrayList<>(List.of(
                texts.text(
                        "invitation.mail.day",
                        new MeetingWords(sheet.zone()).day(meeting.when().begin())),
                texts.text("invitation.mail.time", new MeetingWords(sheet.zone()).times(meeting))));
        if (!meeting.title().isEmpty()) {
            lines.addFirst(meeting.title());
        }
        if (!meeting.when().location().isEmpty()) {
            lines.add(texts.text("invitation.mail.place", meeting.when().location()));
        }
        if (!meeting.when().onlineLink().isEmpty()) {
            lines.add(texts.text("invitation.mail.online", meeting.when().onlineLink()));
        }
        return String.join("\n", lines);
    }

    private String day() {
        return new MeetingWords(sheet.zone()).date(sheet.meeting().when().begin());
    }

    private static String shortened(String line) {
        String one = line.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
        return one.length() <= Mail.LONGEST_SUBJECT ? one : one.substring(0, Mail.LONGEST_SUBJECT - 1) + "…";
    }
}
