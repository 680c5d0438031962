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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the transaction of a method marked {@link InWorkspace} and binds it to the county in one statement. */
@Singleton
@InterceptorBean(InWorkspace.class)
final class Binding implements MethodInterceptor<Object, Object> {
    // The last argument true makes each setting end with the transaction, so the pool gets a neutral connection back.
    private static final String BIND =
            "SELECT set_config('role', ?, true), set_config('search_path', ?, true), set_config('statement_timeout', '10s', true), "
                    + "set_config('transaction_read_only', ?, true)";

    // A role that does not exist, and one that may not be taken.
    private static final Set<String> NO_ROLE = Set.of("22023", "42501");

    private final TransactionOperations<Connection> transactions;
    private final Workspaces workspaces;
    private final CurrentWorkspace current;
    private final Behind behind;

    Binding(
            TransactionOperations<Connection> transactions,
            Workspaces workspaces,
            CurrentWorkspace current,
            Behind behind) {
        this.transactions = transactions;
        this.workspaces = workspaces;
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
        try {
            return inTransaction(call, workspace, content);
        } catch (NotEntered notEntered) {
            // Nothing was read or written yet: the county may stand elsewhere since the registry was read, and the work
            // begins there.
            Workspace elsewhere = workspaces.findElsewhere(workspace).orElseThrow(() -> notEntered);
            return CurrentWorkspace.elsewhere(elsewhere).propagate(() -> inTransaction(call, current.get(), content));
        }
    }

    private @Nullable Object inTransaction(
            MethodInvocationContext<Object, Object> call, Workspace workspace, boolean content) {
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
        } catch (NotEntered failure) {
            throw failure;
        } catch (Exception failure) {
            // SQLExceptions come through undeclared.
            var reason = behind.reason(workspace, failure);
            if (reason.isPresent()) {
                throw reason.get();
            }
            throw failure;
        }
    }

    private static void bind(Connection connection, Workspace workspace, boolean readOnly) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, workspace.role());
            statement.setString(2, workspace.schema());
            statement.setString(3, readOnly ? "on" : "off");
            statement.execute();
        } catch (SQLException e) {
            if (NO_ROLE.contains(Objects.toString(e.getSQLState(), ""))) {
                throw new NotEntered(e);
            }
            throw e;
        }
    }

    /** The role of the county is gone, or the platform may not take it any more. */
    static final class NotEntered extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotEntered(SQLException cause) {
            super("the role of the county cannot be taken", cause);
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
