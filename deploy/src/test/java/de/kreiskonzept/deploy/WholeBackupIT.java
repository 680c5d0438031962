package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.doctor.Doctor;
import de.kreiskonzept.admin.lifecycle.Entry;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DatabaseServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of the whole installation: a base backup, WAL that PostgreSQL archives, a loss, and the way back to the moment before it. */
class WholeBackupIT {
    private static final Pattern ARCHIVE_COMMAND = Pattern.compile("(?m)^archive_command = '(.+)'$");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String KEPT = "wie vor dem Verlust";
    private static final Actor TESTER = Actor.without("Drill");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Path wal;
    private Path bases;

    @BeforeEach
    void archiveTheWal() throws Exception {
        wal = Files.createDirectory(folder.resolve("wal"));
        bases = Files.createDirectory(folder.resolve("bases"));
        var command = ARCHIVE_COMMAND.matcher(Files.readString(Path.of("README.md")));
        assertThat(command.find()).isTrue();
        try (var server = server("data")) {
            execute(server, "ALTER SYSTEM SET archive_mode = on");
            execute(
                    server,
                    "ALTER SYSTEM SET archive_command = '%s'"
                            .formatted(command.group(1).replace("/srv/backup/wal", wal.toString())));
        }
    }

    @Test
    void allCountiesAreBackAtTheMomentBeforeTheLossAndNothingOfAfterwards() throws Exception {
        List<Tenant> counties;
        String moment;
        try (var server = server("data")) {
            counties = build(server);
            takeBase(server);
            for (var county : counties) {
                execute(
                        server,
                        "INSERT INTO %s.concept VALUES (gen_random_uuid(), '%s', now(), now(), 0)"
                                .formatted(county.schema(), KEPT));
            }
            moment = read(server, "SELECT clock_timestamp()");
            execute(
                    server,
                    "UPDATE %s.concept SET title = 'verdorben'"
                            .formatted(counties.getLast().schema()));
            execute(
                    server,
                    "DROP SCHEMA %s CASCADE".formatted(counties.getFirst().schema()));
            awaitFile(wal.resolve(read(server, "SELECT pg_walfile_name(pg_switch_wal())")));
        }

        var scripts = Scripts.in(folder);
        assertThat(restore(scripts, "2020-01-01 00:00:00Z").beside()).contains("There is no base backup from before");
        assertThat(restore(scripts, moment))
                .satisfies(
                        ended -> assertThat(ended.status()).as(ended.beside()).isZero());
        assertThat(restore(scripts, moment).beside()).contains("The data folder is not empty");

        try (var server = server("again")) {
            assertThat(read(server, "SELECT pg_is_in_recovery()")).isEqualTo("t");
            for (var county : counties) {
                assertThat(read(server, "SELECT title FROM %s.concept".formatted(county.schema())))
                        .isEqualTo(KEPT);
            }
            execute(server, "SELECT pg_wal_replay_resume()");
            awaitTheEndOfTheRecovery(server);
            bothApplicationsWork(server, counties);
        }
    }

    private Scripts.Ended restore(Scripts scripts, String moment) throws IOException, InterruptedException {
        var again = folder.resolve("again").toString();
        return scripts.run("backup/restore-all", bases.toString(), wal.toString(), again, moment);
    }

    private List<Tenant> build(DatabaseServer server) throws StartRefused {
        try (var system = LocalSystem.start(options(server))) {
            var counties = new ArrayList<Tenant>();
            for (var ags : List.of("08335", "08337")) {
                var form = new Entry.Form(ags, "Ada Amt", "ada@kreis.example");
                var id = system.console().getBean(Entry.class).enter(form, null, TESTER);
                while (!system.console().getBean(Provisioning.class).complete(id)) {
                    Thread.onSpinWait();
                }
                counties.add(system.console().getBean(Tenants.class).get(id));
            }
            return counties;
        }
    }

    private void bothApplicationsWork(DatabaseServer server, List<Tenant> counties) throws Exception {
        try (var system = LocalSystem.start(options(server));
                var http = HttpClient.newHttpClient()) {
            var report = system.console().getBean(Doctor.class).examine(false, TESTER, run -> {});
            assertThat(report.findings()).isEmpty();
            for (var county : counties) {
                var page = URI.create(system.platformUrl() + "/" + county.slug() + "/anmelden");
                assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private LocalOptions options(DatabaseServer server) {
        var url = server.url() + "?user=postgres";
        return new LocalOptions(folder.resolve("local"), FreePorts.first(), false, Optional.of(url), Optional.empty());
    }

    /** As pg_basebackup lays it down: the data folder as one file, with the label that PostgreSQL gives at its end. */
    private void takeBase(DatabaseServer server) throws Exception {
        var base = Files.createDirectory(folder.resolve("base"));
        var file = base.resolve("base.tar").toString();
        try (var superuser = server.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_backup_start('drill', true)");
            run(
                    1,
                    "tar",
                    "--create",
                    "--file",
                    file,
                    "--exclude=./postmaster.*",
                    "--exclude=./pg_wal/*",
                    "--directory",
                    folder.resolve("data").toString(),
                    ".");
            try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
                row.next();
                Files.writeString(folder.resolve("backup_label"), row.getString(1));
            }
        }
        run(0, "tar", "--append", "--file", file, "--directory", folder.toString(), "backup_label");
        run(0, "gzip", file);
        var name = "base-" + NAME.format(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Files.move(base, bases.resolve(name));
    }

    /** @param worst status that is taken for good: 1 of tar says that PostgreSQL wrote into a file meanwhile, which its WAL puts right */
    private static void run(int worst, String... command) throws IOException, InterruptedException {
        var ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(ended).as(command[0]).isLessThanOrEqualTo(worst);
    }

    private DatabaseServer server(String data) throws IOException, SQLException {
        return DatabaseServer.embedded(folder.resolve(data), 0, true);
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (var superuser = server.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(DatabaseServer server, String sql) throws SQLException {
        try (var superuser = server.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    private static void awaitFile(Path file) {
        var begin = System.nanoTime();
        while (Files.notExists(file) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(file).exists();
    }

    private static void awaitTheEndOfTheRecovery(DatabaseServer server) throws SQLException {
        var begin = System.nanoTime();
        while (read(server, "SELECT pg_is_in_recovery()").equals("t")
                && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(read(server, "SELECT pg_is_in_recovery()")).isEqualTo("f");
    }
}
