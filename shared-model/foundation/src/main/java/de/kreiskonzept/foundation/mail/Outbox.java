package de.kreiskonzept.foundation.mail;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes mail within the current transaction; it leaves after the commit and never after a rollback. */
@Singleton
public final class Outbox {
    private final OutboxStore store;
    private final TransactionOperations<Connection> transactions;
    private final ApplicationEventPublisher<MailEnqueued> events;

    Outbox(
            OutboxStore store,
            TransactionOperations<Connection> transactions,
            ApplicationEventPublisher<MailEnqueued> events) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Stores a mail in the table mail_outbox of the current search path.
     *
     * @return its id in the outbox
     * @throws IllegalStateException outside a transaction
     */
    public UUID enqueue(Mail mail) {
        return enqueue(List.of(mail)).getFirst();
    }

    /**
     * Stores many mails in the table mail_outbox of the current search path, in one batch.
     *
     * @return their ids in the outbox, in the same order
     * @throws IllegalStateException outside a transaction
     */
    public List<UUID> enqueue(List<Mail> mails) {
        var transaction = transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("Mail is taken only within a transaction"));
        List<UUID> ids = store.create(mails);
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new MailEnqueued());
            }
        });
        return ids;
    }

    /** Forgets the mails to these addresses that are sent or given up, in the table mail_outbox of the current search path. */
    public void forget(Collection<String> recipients) {
        store.forget(recipients);
    }

    /** How much mail could not be sent, in the table mail_outbox of the current search path. */
    public Undelivered undelivered() {
        return store.undelivered();
    }

    /**
     * Makes mail that failed due at once, in the table mail_outbox of the current search path. What comes again within ten minutes anyhow,
     * or is just being sent, stays as it is.
     *
     * @return number of mails
     */
    public int tryAgain() {
        return store.tryAgain();
    }

    /**
     * The same on a connection of its own.
     *
     * @param connection whose search path names the outbox
     */
    public int tryAgain(Connection connection) {
        return store.tryAgain(connection);
    }
}
