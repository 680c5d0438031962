package de.kreiskonzept.foundation.log;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Part of a request or job that stands on each of its lines of the log, on whatever thread. Opaque: no name, no address. */
public interface LogField extends ThreadPropagatedContextElement<@Nullable String> {
    /** Name of the field on the line. */
    String field();

    /** What stands there. */
    String value();

    @Override
    default @Nullable String updateThreadContext() {
        String before = MDC.get(field());
        MDC.put(field(), value());
        return before;
    }

    @Override
    default void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(field());
        } else {
            MDC.put(field(), before);
        }
    }
}
