package de.kreiskonzept.platform.tenancy;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Transactions on the registry. Whoever is at work for a county leaves it for that: the registry does not stand in its database. */
@Singleton
public final class Registry {
    private final TransactionOperations<Connection> transactions;

    Registry(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Gives what the query finds. */
    public <T> T read(Supplier<T> query) {
        return execute(TransactionDefinition.READ_ONLY, query);
    }

    /** Gives what the change has given, once it is committed. */
    public <T> T write(Supplier<T> change) {
        return execute(TransactionDefinition.DEFAULT, change);
    }

    private <T> T execute(TransactionDefinition definition, Supplier<T> work) {
        return PropagatedContext.empty().propagate(() -> transactions.execute(definition, status -> work.get()));
    }
}
