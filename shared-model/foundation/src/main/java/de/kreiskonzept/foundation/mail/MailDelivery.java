package de.kreiskonzept.foundation.mail;

import de.kreiskonzept.foundation.mail.OutboxStore.WaitingMail;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in an outbox: first claimed in one transaction, then sent outside of any, then noted in another. */
@Singleton
public final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int LONGEST_ERROR = 300;

    private final OutboxStore store;
    private final MailRoute route;
    private final Backlogs backlogs;

    MailDelivery(OutboxStore store, MailRoute route, Backlogs backlogs) {
        this.store = store;
        this.route = route;
        this.backlogs = backlogs;
    }

    /**
     * Sends all mail that is due. A mail that cannot be sent is tried again after 1 minute, then after growing
     * distances, seven times in about 33 hours.
     *
     * @param outbox opaque id of the outbox, such as that of its tenant
     * @param inTransaction runs the given work in one new transaction whose search path holds the outbox
     * @return number of mails that were sent
     */
    public int deliverDue(String outbox, Consumer<Runnable> inTransaction) {
        var sent = 0;
        for (var mail = claim(outbox, inTransaction); mail.isPresent(); mail = claim(outbox, inTransaction)) {
            sent += isSent(mail.get(), inTransaction) ? 1 : 0;
        }
        return sent;
    }

    private Optional<WaitingMail> claim(String outbox, Consumer<Runnable> inTransaction) {
        var claimed = new AtomicReference<Optional<WaitingMail>>(Optional.empty());
        inTransaction.accept(() -> {
            claimed.set(store.claim());
            if (claimed.get().isEmpty()) {
                backlogs.note(outbox, store.backlog());
            }
        });
        return claimed.get();
    }

    private boolean isSent(WaitingMail mail, Consumer<Runnable> inTransaction) {
        try {
            route.send(mail.id(), mail.mail());
            inTransaction.accept(() -> store.sent(mail.id()));
            backlogs.sent();
            return true;
        } catch (MessagingException | IOException e) {
            LOG.warn("Mail {} was not sent at attempt {}: {}", mail.id(), mail.attempt(), kind(e));
            inTransaction.accept(() -> store.notSent(mail, reason(e)));
            if (mail.isLastAttempt()) {
                backlogs.failed();
            }
            return false;
        }
    }

    private static String kind(Exception e) {
        return e.getClass().getSimpleName();
    }

    private static String reason(Exception e) {
        var reason = kind(e) + ": " + e.getMessage();
        return reason.substring(0, Math.min(LONGEST_ERROR, reason.length())).replace('\0', ' ');
    }
}
