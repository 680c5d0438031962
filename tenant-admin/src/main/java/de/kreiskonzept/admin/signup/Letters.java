package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import jakarta.inject.Singleton;

/** The mails that a county gets about its request. */
@Singleton
final class Letters {
    private final Outbox outbox;
    private final Texts texts;
    private final SiteUrls urls;

    Letters(Outbox outbox, Texts texts, SiteUrls urls) {
        this.outbox = outbox;
        this.texts = texts;
        this.urls = urls;
    }

    void askToConfirm(CountyRequest request, String token, int days) {
        var link = urls.console("/registrieren/bestaetigen/" + token);
        send(request.email(), "confirm", request.contactName(), request.county().displayName(), link, days);
    }

    void tellRejection(Signup signup, String countyName, String reason) {
        send(signup.email(), "rejected", signup.contactName(), countyName, reason);
    }

    private void send(String recipient, String letter, Object... args) {
        outbox.enqueue(new Mail(
                recipient,
                texts.text("signup.letter." + letter + ".subject", args),
                texts.text("signup.letter." + letter + ".body", args)));
    }
}
