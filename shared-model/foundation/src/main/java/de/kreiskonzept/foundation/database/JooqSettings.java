package de.kreiskonzept.foundation.database;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jooq.conf.Settings;

/** How jOOQ writes SQL: without schema names, because the bound search_path names the one schema that counts. */
@Factory
final class JooqSettings {
    @Singleton
    @Named("default")
    Settings settings() {
        return new Settings().withRenderSchema(false).withExecuteLogging(false);
    }
}
