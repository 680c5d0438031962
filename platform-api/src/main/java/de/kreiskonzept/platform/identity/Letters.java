package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import jakarta.inject.Singleton;

/** The mails about an account: links to set a password, each of which makes earlier ones worthless, and the end of a second factor. */
@Singleton
final class Letters {
    private final TicketStore tickets;
    private final Outbox outbox;
    private final Texts texts;
    private final CurrentWorkspace county;
    private final SiteUrls urls;

    Letters(TicketStore tickets, Outbox outbox, Texts texts, CurrentWorkspace county, SiteUrls urls) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.texts = texts;
        this.county = county;
        this.urls = urls;
    }

    /** Invites the holder of a new account to choose a password within seven days. */
    void invite(Account account) {
        send(account, "identity.mail.invitation.", "einladung", TicketStore.Purpose.INVITATION);
    }

    /** Lets the holder of an account choose a new password within an hour. */
    void reset(Account account) {
        send(account, "identity.mail.reset.", "passwort", TicketStore.Purpose.RESET);
    }

    /** Tells somebody that the second factor of the account was ended by an admin. */
    void tellOfReset(Account account) {
        var workspace = county.get();
        outbox.enqueue(new Mail(
                account.email(),
                texts.text("identity.mail.factorReset.subject", workspace.name()),
                texts.text(
                        "identity.mail.factorReset.body",
                        account.name(),
                        workspace.name(),
                        urls.platform("/%s/konto/zweiter-faktor".formatted(workspace.slug())))));
    }

    private void send(Account account, String key, String page, TicketStore.Purpose purpose) {
        var workspace = county.get();
        var link = urls.platform("/%s/%s/%s".formatted(workspace.slug(), page, tickets.create(account.id(), purpose)));
        outbox.enqueue(new Mail(
                account.email(),
                texts.text(key + "subject", workspace.name()),
                texts.text(key + "body", account.name(), workspace.name(), link)));
    }
}
