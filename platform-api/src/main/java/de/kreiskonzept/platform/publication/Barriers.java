package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.notice.Notices;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;

/** Passes reports of barriers on to the county by mail; nothing of them is kept here. */
@Singleton
@InWorkspace
class Barriers {
    private final PublicationStore store;
    private final Notices notices;
    private final Outbox outbox;
    private final Texts texts;

    Barriers(PublicationStore store, Notices notices, Outbox outbox, Texts texts) {
        this.store = store;
        this.notices = notices;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** Sends a report to the address of the settings, or to the lead. */
    void report(BarrierForm form) {
        String wanted = store.settings().email();
        List<String> recipients = wanted.isEmpty()
                ? notices.listOfRole(Roles.LEAD).stream()
                        .map(Notices.Receiver::email)
                        .toList()
                : List.of(wanted);
        String body = texts.text(
                "publication.mail.body",
                form.place().isBlank() ? texts.text("publication.mail.nothing") : form.place(),
                form.text(),
                form.answer().isBlank() ? texts.text("publication.mail.nothing") : form.answer());
        String subject = texts.text("publication.mail.subject");
        outbox.enqueue(recipients.stream()
                .map(recipient -> new Mail(recipient, subject, body))
                .toList());
    }
}
