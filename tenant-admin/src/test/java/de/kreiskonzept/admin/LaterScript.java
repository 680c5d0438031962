package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.database.OtherVersions;
import de.kreiskonzept.foundation.database.WorkspaceScript;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Makes a console that of a later program, whose workspaces have one changeset more. */
@Factory
@Requires(property = "test.later-change")
class LaterScript {
    @Bean
    @Singleton
    @Replaces(WorkspaceScript.class)
    WorkspaceScript script(@Value("${test.later-change}") String sql) {
        return OtherVersions.after("later", sql);
    }
}
