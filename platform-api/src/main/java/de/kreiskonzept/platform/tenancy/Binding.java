package de.kreiskonzept.platform.tenancy;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Opens the transaction of a method marked {@link InWorkspace} and binds it to the county in one statement. */
@Singleton
@InterceptorBean(InWorkspace.class)
final class Binding implements MethodInterceptor<Object, Object> {
    // The last argument true makes each setting end with the transaction, so the pool gets a neutral connection back.
    private static final String BIND =
            "SELECT set_config('role', ?, true), set_config('search_path', ?, true), set_config('statement_timeout', '10s', true), "
                    + "set_config('transaction_read_only', ?, true)";

    private final TransactionOperations<Connection> transactions;
    private final CurrentWorkspace current;
    private final Behind behind;

    Binding(TransactionOperations<Connection> transactions, CurrentWorkspace current, Behind behind) {
        this.transactions = transactions;
        this.current = current;
        this.behind = behind;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        if (call.hasAnnotation(WithoutData.class)) {
            return call.proceed();
        }
        Workspace workspace = current.get();
        boolean content = call.booleanValue(InWorkspace.class, "content").orElse(true);
        var open = transactions.findTransactionStatus();
        if (open.isPresent()) {
            requireBound(open.get(), workspace, content);
            return call.proceed();
        }
        boolean readOnly = (content && !workspace.writable())
                || workspace.isMoving()
                || call.booleanValue(InWorkspace.class, "readOnly").orElse(false);
        try {
            return transactions.execute(TransactionDefinition.DEFAULT, status -> {
                bind(status.getConnection(), workspace, readOnly);
                return PropagatedContext.getOrEmpty()
                        .plus(new Open(workspace, status.getConnection(), content))
                        .propagate(call::proceed);
            });
        } catch (Exception failure) {
            // SQLExceptions come through undeclared.
            var reason = behind.reason(workspace, failure);
            if (reason.isPresent()) {
                throw reason.get();
            }
            throw failure;
        }
    }

    private void bind(Connection connection, Workspace workspace, boolean readOnly) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, workspace.role());
            statement.setString(2, workspace.schema());
            statement.setString(3, readOnly ? "on" : "off");
            statement.execute();
        }
    }

    private static void requireBound(TransactionStatus<?> status, Workspace workspace, boolean content) {
        Open open = PropagatedContext.getOrEmpty()
                .find(Open.class)
                .filter(found -> found.connection().equals(status.getConnection()))
                .filter(found -> found.workspace().id().equals(workspace.id()))
                .orElseThrow(() -> new IllegalStateException("a transaction is open that is not bound to this county"));
        if (content && !open.content()) {
            throw new IllegalStateException("a transaction is open in which no content may be touched");
        }
    }

    /** The transaction that is bound, to whom, and whether it may touch content. */
    record Open(Workspace workspace, Connection connection, boolean content) implements PropagatedContextElement {}
}
