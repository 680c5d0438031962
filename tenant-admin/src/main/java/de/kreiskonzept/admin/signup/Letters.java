package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The mails that a county gets about its request. */
@Singleton
final class Letters {
    private final Outbox outbox;
    private final Texts texts;
    private final String consoleUrl;

    Letters(Outbox outbox, Texts texts, @Value("${kreiskonzept.console-url}") String consoleUrl) {
        this.outbox = outbox;
        this.texts = texts;
        this.consoleUrl = consoleUrl;
    }

    void askToConfirm(CountyRequest request, String token, int days) {
        var link = consoleUrl + "/registrieren/bestaetigen/" + token;
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
