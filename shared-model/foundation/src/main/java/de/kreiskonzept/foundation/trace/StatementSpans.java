package de.kreiskonzept.foundation.trace;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.PropagatedContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/**
 * A span for each statement that jOOQ runs for a request: what it does and with which table first, never its text, its values or the name of
 * a schema. What is sent by plain JDBC has none: the binding of a transaction to its county and the fixed reads (decision 016), whose time
 * is that of the request without its statements.
 */
@Singleton
@Named("default")
@Requires(bean = Tracer.class)
final class StatementSpans implements ExecuteListenerProvider {
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern TABLE =
            Pattern.compile("(?:from|into|update|join) (?:only )?(?:\"?\\w+\"?\\.)?\"?([a-z][a-z_]*)\"?");

    private final Tracer tracer;

    StatementSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public ExecuteListener provide() {
        return new Timed();
    }

    /** What can be said of a statement without its text: {@code SELECT concept_measure}. */
    static String summary(String sql) {
        var text = sql.toLowerCase(Locale.ROOT);
        var word = WORD.matcher(text);
        var table = TABLE.matcher(text);
        return (word.find() ? word.group().toUpperCase(Locale.ROOT) : "-") + (table.find() ? " " + table.group(1) : "");
    }

    /** One statement. */
    private final class Timed implements ExecuteListener {
        private static final long serialVersionUID = 1;

        private transient @Nullable Span span;

        @Override
        public void executeStart(ExecuteContext context) {
            var summary = summary(Objects.requireNonNullElse(context.sql(), ""));
            span = PropagatedContext.getOrEmpty()
                    .find(RequestSpans.Open.class)
                    .map(request -> tracer.spanBuilder(summary)
                            .setParent(Context.root().with(request.span()))
                            .setSpanKind(SpanKind.CLIENT)
                            .setAttribute("db.system.name", "postgresql")
                            .setAttribute("db.query.summary", summary)
                            .startSpan())
                    .orElse(null);
        }

        @Override
        public void end(ExecuteContext context) {
            if (span == null) {
                return;
            }
            var error = context.sqlException();
            if (error != null) {
                span.setStatus(StatusCode.ERROR);
                span.setAttribute("db.response.status_code", Objects.toString(error.getSQLState(), "-"));
            }
            span.end();
        }
    }
}
