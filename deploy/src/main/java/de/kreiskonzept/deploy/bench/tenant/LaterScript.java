package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.database.WorkspaceScript;
import de.kreiskonzept.foundation.database.WorkspaceScript.ChangeSet;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a console that of a later release, whose workspaces have some changesets more. */
@Factory
@Requires(property = LaterScript.SETTING)
class LaterScript {
    /** How many later releases there were, from 1; each has one changeset. */
    static final String SETTING = "kreiskonzept.bench-releases";

    private static final int HALF = 8;

    /** SQL that gives a workspace a column and an index of this name more. */
    static String change(String name) {
        return "ALTER TABLE identity_account ADD COLUMN %1$s text; CREATE INDEX %1$s_index ON identity_account (%1$s);"
                .formatted(name);
    }

    @Bean
    @Singleton
    @Replaces(WorkspaceScript.class)
    WorkspaceScript script(@Value("${" + SETTING + "}") int releases) {
        WorkspaceScript current = WorkspaceScript.current();
        String digits = Sha256.hex("later" + releases).substring(0, HALF)
                + current.version().substring(HALF);
        return new WorkspaceScript(
                current.start(),
                Stream.concat(
                                current.changeSets().stream(),
                                IntStream.rangeClosed(1, releases).mapToObj(LaterScript::changeSet))
                        .toList(),
                current.grants(),
                digits);
    }

    private static ChangeSet changeSet(int release) {
        String name = "later" + release;
        String checksum = "9:" + Sha256.hex(name).substring(0, 32);
        return new ChangeSet(
                "bench.sql::%s::bench".formatted(name), checksum, change(name) + """

            INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, md5sum, exectype)
            VALUES ('%s', 'bench', 'bench.sql', now(), 9999, '%s', 'EXECUTED');
            """.formatted(name, checksum));
    }
}
