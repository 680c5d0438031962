package de.kreiskonzept.platform;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.NullMarked;

/** Writes down the SQL that jOOQ sends, so that a test can say how many statements a page needs. */
@NullMarked
@Singleton
@Named("default")
public final class Statements implements ExecuteListenerProvider {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public ExecuteListener provide() {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                sent.add(Objects.requireNonNullElse(context.sql(), ""));
            }
        };
    }

    /** Forgets what was sent so far. */
    public void forget() {
        sent.clear();
    }

    /** What was sent since and names this table. */
    public List<String> about(String table) {
        return sent.stream().filter(sql -> sql.contains(table)).toList();
    }
}
