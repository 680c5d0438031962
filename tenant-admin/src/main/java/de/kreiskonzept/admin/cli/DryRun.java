package de.kreiskonzept.admin.cli;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Tries a change out and takes it back. */
@Singleton
final class DryRun {
    private final TransactionOperations<Connection> transactions;

    DryRun(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Does the work in one transaction that is rolled back; what refuses the work refuses it here, too. */
    <T> void tryOut(Supplier<T> work) {
        transactions.executeWrite(status -> {
            T done = work.get();
            status.setRollbackOnly();
            return done;
        });
    }
}
