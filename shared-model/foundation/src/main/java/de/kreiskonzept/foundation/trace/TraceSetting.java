package de.kreiskonzept.foundation.trace;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.regex.Pattern;

/** Refuses a start whose KK_TRACES_URL cannot be the address of a collector. */
@Context
final class TraceSetting {
    /** Where the collector listens, without the path of OTLP; empty for no traces. */
    static final String NAME = "kreiskonzept.traces-url";

    /** What {@link #NAME} is where traces are wanted. */
    static final String ADDRESS = "https?://[^\\s/?#]+";

    private static final Pattern SHAPE = Pattern.compile(ADDRESS);

    TraceSetting(@Property(name = NAME, defaultValue = "") String address) {
        if (!address.isEmpty() && !SHAPE.matcher(address).matches()) {
            throw new ConfigurationException("KK_TRACES_URL must be like http://collector:4318, without a path.");
        }
    }
}
