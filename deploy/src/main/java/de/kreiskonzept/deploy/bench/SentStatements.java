package de.kreiskonzept.deploy.bench;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Writes down the SQL that jOOQ sends, with its values, so that a floor can send the same. */
@Singleton
@Named("default")
@Requires(property = SentStatements.SETTING)
public final class SentStatements implements ExecuteListenerProvider {
    /** Set where a benchmark runs; elsewhere nothing listens. */
    static final String SETTING = "kreiskonzept.bench";

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    @Override
    public ExecuteListener provide() {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                Query query = context.query();
                if (listening && query != null) {
                    sent.add(DSL.using(context.configuration()).renderInlined(query));
                }
            }
        };
    }

    /** What is sent while the work is done. */
    List<String> during(Work work, BenchSystem.BenchCounty county) throws Exception {
        sent.clear();
        listening = true;
        work.read(county);
        listening = false;
        return List.copyOf(sent);
    }
}
