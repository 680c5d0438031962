package de.kreiskonzept.foundation.audit;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which one request, job or command has changed rows, and whose transaction was committed. It goes with the threads of the request and
 * stays there even where its context is left for the registry; work that is done for it later, in a context of its own, is not among them. Threads that
 * a job or command begins belong to it.
 */
final class CommittedWrites implements ThreadPropagatedContextElement<@Nullable CommittedWrites> {
    private static final ThreadLocal<@Nullable CommittedWrites> OF_THREAD = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable CommittedWrites> OF_WORK = new InheritableThreadLocal<>();
    private static final Pattern WRITE = Pattern.compile(
            "(?is)\\s*(?:with\\b.*?)?\\b(insert|update|delete)\\s+(?:into\\s+|from\\s+)?(?:\"?\\w+\"?\\.)?\"?(\\w+)\"?.*");
    private static final Pattern SET = Pattern.compile("(?is).*?\\bset\\b(.*?)(?:\\bwhere\\b(?!.*\\bwhere\\b).*)?");
    private static final Pattern COLUMN = Pattern.compile("\"?(\\w+)\"?\\s*=");
    private static final Set<String> OF_EVERY_CHANGE = Set.of("modified_at", "version");
    private static final String ENTRY = "insert audit_entry";

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    /**
     * A statement that has changed rows.
     *
     * @param transaction its connection; null where the console has used one of its own
     */
    private record Write(@Nullable Object transaction, String statement) {}

    private void add(@Nullable Object transaction, List<String> statements) {
        statements.forEach(statement -> writes.add(new Write(transaction, statement)));
    }

    /** Number of entries in the trail. */
    long entries() {
        return entries(statements());
    }

    private static long entries(List<String> statements) {
        return statements.stream().filter(ENTRY::equals).count();
    }

    private List<String> statements() {
        return writes.stream().map(Write::statement).toList();
    }

    /** Whether all of it left exactly one entry, or needs none. */
    boolean isOne(Set<String> without) {
        return isOne(statements(), without);
    }

    /** Whether each transaction did; a job may do several acts. */
    boolean isOneEach(Set<String> without) {
        Map<Object, List<String>> acts = new IdentityHashMap<>();
        for (var write : writes) {
            if (write.transaction() != null) {
                acts.computeIfAbsent(write.transaction(), begun -> new ArrayList<>())
                        .add(write.statement());
            }
        }
        return acts.values().stream().allMatch(act -> isOne(act, without));
    }

    private static boolean isOne(List<String> statements, Set<String> without) {
        var entries = entries(statements);
        return entries == 1 || (entries == 0 && others(statements, without).isEmpty());
    }

    /** What else was written, as {@link #write} says it, without these statements, or tables. */
    Set<String> others(Set<String> without) {
        return others(statements(), without);
    }

    private static Set<String> others(List<String> statements, Set<String> without) {
        return statements.stream()
                .filter(statement -> !statement.equals(ENTRY))
                .filter(statement -> !needsNone(statement, without))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean needsNone(String statement, Set<String> without) {
        return without.contains(statement) || without.contains(statement.split(" ")[1]);
    }

    /**
     * Kind of statement, table that it writes to, and the columns that an update sets, for example {@code update tenant schema_version}; empty
     * for one that only reads.
     */
    static Optional<String> write(String sql) {
        var found = WRITE.matcher(sql);
        if (!found.matches()) {
            return Optional.empty();
        }
        var kind = found.group(1).toLowerCase(Locale.ROOT);
        return Optional.of((kind + " " + found.group(2) + (kind.equals("update") ? columns(sql) : "")).strip());
    }

    /** Rather too many than too few: all that looks like one, up to the last condition. */
    private static String columns(String sql) {
        var set = SET.matcher(sql);
        return set.matches()
                ? COLUMN.matcher(set.group(1))
                        .results()
                        .map(column -> column.group(1))
                        .filter(column -> !OF_EVERY_CHANGE.contains(column))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",", " ", ""))
                : "";
    }

    /** Does work that is no request. */
    <T> T during(Callable<T> work) throws Exception {
        var before = OF_WORK.get();
        OF_WORK.set(this);
        try {
            return PropagatedContext.getOrEmpty().plus(this).wrap(work).call();
        } finally {
            OF_WORK.set(before);
        }
    }

    private static @Nullable CommittedWrites current() {
        var ofThread = OF_THREAD.get();
        return ofThread == null ? OF_WORK.get() : ofThread;
    }

    @Override
    public @Nullable CommittedWrites updateThreadContext() {
        var before = OF_THREAD.get();
        OF_THREAD.set(this);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable CommittedWrites before) {
        OF_THREAD.set(before);
    }

    /** Hears of every statement of jOOQ; Micronaut Data writes the concept, whose history jOOQ writes in the same transaction. */
    @Singleton
    @Named("default")
    @Requires(property = WriteWatch.SETTING)
    static final class Listener implements ExecuteListenerProvider {
        private static final int NOT_EXECUTED = -1;

        private final BeanProvider<TransactionOperations<Connection>> transactions;

        Listener(BeanProvider<TransactionOperations<Connection>> transactions) {
            this.transactions = transactions;
        }

        @Override
        public ExecuteListener provide() {
            return new ExecuteListener() {
                @Override
                public void end(ExecuteContext context) {
                    var writes = current();
                    if (writes != null && context.exception() == null && hasChanged(context)) {
                        var statements = Arrays.stream(context.batchSQL())
                                .flatMap(sql -> write(sql).stream())
                                .toList();
                        if (!statements.isEmpty()) {
                            note(writes, statements);
                        }
                    }
                }
            };
        }

        /** Of a statement that returns rows its result says how many it has changed. Each one that waits for its batch comes by, too. */
        private static boolean hasChanged(ExecuteContext context) {
            var result = context.result();
            return result == null
                    ? IntStream.of(context.batchRows()).anyMatch(rows -> rows != 0 && rows != NOT_EXECUTED)
                    : result.isNotEmpty();
        }

        /** What the console writes into a workspace by a connection of its own is counted at once. */
        private void note(CommittedWrites writes, List<String> statements) {
            transactions
                    .get()
                    .findTransactionStatus()
                    .ifPresentOrElse(
                            open -> {
                                var connection = open.getConnection();
                                // Once for a whole batch: whatever is registered is sorted in.
                                open.registerSynchronization(new TransactionSynchronization() {
                                    @Override
                                    public void afterCommit() {
                                        writes.add(connection, statements);
                                    }
                                });
                            },
                            () -> writes.add(null, statements));
        }
    }
}
