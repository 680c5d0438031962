package de.kreiskonzept.platform.workflow.reminder;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Notices;
import de.kreiskonzept.platform.identity.notice.Notices.Receiver;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reminds people of steps that end soon or are overdue: whoever looks after a step, or the lead where nobody does. Each last day of a step
 * is told once before and once after it, all steps of a person in one mail.
 */
@Singleton
@InWorkspace
public class StepReminders {
    private final ReminderStore store;
    private final Notices notices;
    private final Letter letter;
    private final Outbox outbox;

    StepReminders(ReminderStore store, Notices notices, Letter letter, Outbox outbox) {
        this.store = store;
        this.notices = notices;
        this.letter = letter;
        this.outbox = outbox;
    }

    /**
     * Writes the mails that are due and not written yet.
     *
     * @return number of mails
     */
    public int remind(LocalDate today) {
        List<EndingStep> due = store.listDue(today);
        if (due.isEmpty()) {
            return 0;
        }
        Set<UUID> noted = store.note(due);
        List<EndingStep> told =
                due.stream().filter(step -> noted.contains(step.id())).toList();
        var mails = new ArrayList<Mail>();
        for (Receiver one : notices.listReceivers(NoticeKind.STEP)) {
            List<EndingStep> mine =
                    told.stream().filter(step -> concerns(step, one)).toList();
            if (!mine.isEmpty()) {
                mails.add(letter.write(one, mine));
            }
        }
        outbox.enqueue(mails);
        return mails.size();
    }

    private static boolean concerns(EndingStep step, Receiver one) {
        return step.owner() == null
                ? one.role().equals(Roles.LEAD)
                : one.account().equals(step.owner());
    }

    /** Writes the words of a reminder. */
    @Singleton
    static final class Letter {
        private final CurrentWorkspace current;
        private final SiteUrls urls;
        private final Texts texts;

        Letter(CurrentWorkspace current, SiteUrls urls, Texts texts) {
            this.current = current;
            this.urls = urls;
            this.texts = texts;
        }

        Mail write(Receiver receiver, List<EndingStep> steps) {
            String home = "/" + current.get().slug() + "/";
            String lines = steps.stream().map(step -> line(step, home)).collect(Collectors.joining("\n\n"));
            return new Mail(
                    receiver.email(),
                    texts.text("workflow.reminder.subject", current.get().name()),
                    texts.text(
                            "workflow.reminder.body",
                            receiver.name(),
                            lines,
                            urls.platform(home + "benachrichtigungen")));
        }

        private String line(EndingStep step, String home) {
            return texts.text(
                    "workflow.reminder." + step.kind().text(),
                    plain(step.title()),
                    plain(step.process()),
                    step.lastDay().format(GermanTime.DAY),
                    urls.platform(home + "ablauf/" + step.processId()));
        }

        private static String plain(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }
}
