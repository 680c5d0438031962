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
import java.util.stream.Stream;

/** Makes a console that of a later release, whose workspaces have one changeset more. */
@Factory
@Requires(property = LaterScript.SETTING)
class LaterScript {
    /** The SQL of the changeset. */
    static final String SETTING = "kreiskonzept.bench-change";

    private static final int HALF = 8;

    @Bean
    @Singleton
    @Replaces(WorkspaceScript.class)
    WorkspaceScript script(@Value("${" + SETTING + "}") String sql) {
        WorkspaceScript current = WorkspaceScript.current();
        String digits = Sha256.hex(sql).substring(0, HALF) + current.version().substring(HALF);
        return new WorkspaceScript(
                current.start(),
                Stream.concat(current.changeSets().stream(), Stream.of(changeSet(sql)))
                        .toList(),
                current.grants(),
                digits);
    }

    private static ChangeSet changeSet(String sql) {
        String checksum = "9:" + Sha256.hex(sql).substring(0, 32);
        return new ChangeSet("bench.sql::later::bench", checksum, sql + """

            INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, md5sum, exectype)
            VALUES ('later', 'bench', 'bench.sql', now(), 9999, '%s', 'EXECUTED');
            """.formatted(checksum));
    }
}
