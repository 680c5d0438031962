package de.kreiskonzept.foundation.log;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Set;

/** Refuses a start whose KK_LOG names no form of the log; the library would write nothing then. */
@Context
final class LogSetting {
    private static final Set<String> FORMS = Set.of("text", "json");

    LogSetting(@Property(name = "kreiskonzept.log", defaultValue = "text") String form) {
        if (!FORMS.contains(form)) {
            throw new ConfigurationException("KK_LOG must be text or json.");
        }
    }
}
