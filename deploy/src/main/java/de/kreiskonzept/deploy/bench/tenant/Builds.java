package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.deploy.bench.BenchSystem;
import de.kreiskonzept.deploy.bench.Rounds;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceScript;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Builds workspaces as the console does after an approval, and by nothing but the script that makes the same objects. */
final class Builds implements AutoCloseable {
    private static final int WARM = 5;
    private static final int ROUNDS = 15;
    // Numbers of counties that no other part of the benchmark gives out.
    private static final int FIRST_AGS = 50_000;

    private final BenchSystem system;
    private final ApplicationContext console;
    private final String script;
    private int built;

    Builds(BenchSystem system) {
        this.system = system;
        this.console = system.start("console", "kk_admin");
        this.script = script(WorkspaceScript.current());
    }

    /**
     * What building one takes.
     *
     * @param ours seconds from the approval on, the median
     * @param bare seconds of the script alone, the median
     */
    record Length(double ours, double bare) {}

    /** Builds one workspace each way, over and over; the first ones only warm up. */
    Length measure() throws SQLException {
        var ours = new double[ROUNDS];
        var bare = new double[ROUNDS];
        try (Connection admin = system.admin()) {
            for (int round = -WARM; round < ROUNDS; round++) {
                double first = one();
                double second = bare(admin);
                if (round >= 0) {
                    ours[round] = first;
                    bare[round] = second;
                }
            }
        }
        var length = new Length(Rounds.median(ours), Rounds.median(bare));
        System.out.printf(Locale.ROOT, "building: %.3f s, the script alone %.3f s%n", length.ours(), length.bare());
        return length;
    }

    /** Seconds that one takes from its approval on. */
    double one() throws SQLException {
        UUID tenant = approve();
        long begin = System.nanoTime();
        if (!console.getBean(Provisioning.class).complete(tenant)) {
            throw new IllegalStateException("a workspace was not built");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Processor time of one, in this process and in PostgreSQL; the median, because a connection that is renewed takes its time along. */
    Duration cost() throws SQLException {
        var nanos = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Duration before = system.timeOfJava().plus(system.timeOfServer());
            one();
            nanos[i] = system.timeOfJava()
                    .plus(system.timeOfServer())
                    .minus(before)
                    .toNanos();
        }
        return Duration.ofNanos((long) Rounds.median(nanos));
    }

    private double bare(Connection admin) throws SQLException {
        String name = console.getBean(WorkspaceSchema.class).newName();
        long begin = System.nanoTime();
        try (var statement = admin.createStatement()) {
            statement.execute(script.replace("{role}", name));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String script(WorkspaceScript parts) {
        String tables =
                parts.changeSets().stream().map(WorkspaceScript.ChangeSet::sql).collect(Collectors.joining());
        return """
            BEGIN; CREATE ROLE {role} NOLOGIN NOINHERIT; GRANT {role} TO kk_platform WITH INHERIT FALSE, SET TRUE;
            CREATE SCHEMA {role} AUTHORIZATION kk_owner; SET LOCAL ROLE kk_owner; SET LOCAL search_path = {role};
            """ + parts.start() + tables + "GRANT USAGE ON SCHEMA {role} TO {role};\n" + parts.grants() + "COMMIT;";
    }

    /** Enters an approved county as the sign-up does. */
    private UUID approve() throws SQLException {
        UUID tenant = Ids.create(Instant.now());
        int number = FIRST_AGS + built++;
        String name = console.getBean(WorkspaceSchema.class).newName();
        try (Connection admin = system.admin();
                var statement = admin.createStatement()) {
            statement.execute("""
                INSERT INTO registry.tenant
                  (id, ags, name, slug, schema_name, role_name, state, created_at, modified_at, version)
                VALUES ('%1$s', '%2$d', 'Landkreis %2$d', 'neu-%2$d', '%3$s', '%3$s', 'approved', now(), now(), 0);
                INSERT INTO registry.signup
                  (id, tenant_id, ags, contact_name, email, agreement_version, agreed_at, state, created_at, modified_at, version)
                VALUES ('%1$s', '%1$s', '%2$d', 'Person', 'neu-%2$d@kreis.example', '1', now(), 'approved', now(), now(), 0)
                """.formatted(tenant, number, name));
        }
        return tenant;
    }

    @Override
    public void close() {
        console.close();
    }
}
