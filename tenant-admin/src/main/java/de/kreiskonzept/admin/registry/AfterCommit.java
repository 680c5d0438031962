package de.kreiskonzept.admin.registry;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Publishes what has happened once it has truly happened. */
@Singleton
final class AfterCommit {
    private final TransactionOperations<Connection> transactions;
    private final ApplicationEventPublisher<TenantChanged> events;

    AfterCommit(TransactionOperations<Connection> transactions, ApplicationEventPublisher<TenantChanged> events) {
        this.transactions = transactions;
        this.events = events;
    }

    void publish(TenantChanged event) {
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("A tenant changes only within a transaction"))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        events.publishEvent(event);
                    }
                });
    }
}
