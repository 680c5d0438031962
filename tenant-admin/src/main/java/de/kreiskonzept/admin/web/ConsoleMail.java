package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.mail.MailDelivery;
import de.kreiskonzept.foundation.mail.MailEnqueued;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.ExecutorService;

/** Sends the mail of the registry: at once after a commit, and what is due again every half minute. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class ConsoleMail implements ApplicationEventListener<MailEnqueued> {
    private final MailDelivery delivery;
    private final TransactionOperations<Connection> transactions;
    private final ExecutorService threads;

    ConsoleMail(
            MailDelivery delivery,
            TransactionOperations<Connection> transactions,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.delivery = delivery;
        this.transactions = transactions;
        this.threads = threads;
    }

    @Override
    public void onApplicationEvent(MailEnqueued event) {
        // The event comes while the sending transaction is closing; the delivery must not inherit its connection.
        threads.execute(PropagatedContext.empty().wrap(this::deliver));
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "30s")
    void deliver() {
        delivery.deliverDue(
                "registry",
                work -> transactions.executeWrite(status -> {
                    work.run();
                    return true;
                }));
    }
}
