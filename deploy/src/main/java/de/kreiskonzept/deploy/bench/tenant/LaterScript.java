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
                                IntStream.range(0, releases)
                                        .boxed()
                                        .flatMap(each -> Stream.of(byLoop(each), byRelease(each + 1))))
                        .toList(),
                current.grants(),
                digits);
    }

    /** What the loop does after this many releases; the next one finds it in the changelog. */
    static ChangeSet byLoop(int releases) {
        return changeSet("bare" + releases);
    }

    private static ChangeSet byRelease(int number) {
        return changeSet("later" + number);
    }

    private static ChangeSet changeSet(String name) {
        String checksum = "9:" + Sha256.hex(name).substring(0, 32);
        return new ChangeSet("bench.sql::%s::bench".formatted(name), checksum, """
            ALTER TABLE identity_account ADD COLUMN %1$s text; CREATE INDEX %1$s_index ON identity_account (%1$s);
            INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, md5sum, exectype)
            VALUES ('%1$s', 'bench', 'bench.sql', now(), 9999, '%2$s', 'EXECUTED');
            """.formatted(name, checksum));
    }
}
