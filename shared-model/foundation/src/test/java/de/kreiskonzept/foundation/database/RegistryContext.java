package de.kreiskonzept.foundation.database;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The beans of the foundation on the registry of the tests' server, with a clock that a test may move. */
public final class RegistryContext implements AutoCloseable {
    private final ApplicationContext context;

    private RegistryContext(ApplicationContext context) {
        this.context = context;
    }

    /** Starts the beans with these settings beside the usual ones. */
    public static RegistryContext with(Map<String, Object> settings) {
        var all = new HashMap<String, Object>();
        all.put("datasources.default.url", TestServer.shared().url());
        all.put("datasources.default.username", "kk_admin");
        all.put("datasources.default.password", TestServer.ADMIN_PASSWORD);
        all.put("kreiskonzept.jwt-secret", "a-secret-that-only-the-tests-know-0123456789");
        all.put("test.clock", "movable");
        all.putAll(settings);
        return new RegistryContext(ApplicationContext.builder("local", "test")
                .deduceEnvironment(false)
                .properties(all)
                .start());
    }

    /** A bean of the context. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Runs the work in one new transaction. */
    public <T> T in(Supplier<T> work) {
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
        return transactions.executeWrite(status -> work.get());
    }

    /** Runs the work in one new transaction. */
    public void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
