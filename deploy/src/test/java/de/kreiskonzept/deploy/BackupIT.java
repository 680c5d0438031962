package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Import;
import de.kreiskonzept.foundation.audit.Actor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: a county goes back to the file of the last night while both applications run on, and the others do not. */
class BackupIT {
    private static final Duration FELT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    /** Lörrach, which gets a copy of the example county, accounts and all, so that no other test misses anything. */
    private static final String COPY = "08336";

    private static final SystemUnderTest SYSTEM = SystemUnderTest.shared();

    @TempDir
    Path folder;

    @Test
    void aCountyGoesBackToTheFileOfTheNightWithoutARestart() throws Exception {
        var scripts = Scripts.in(folder);
        Files.createSymbolicLink(folder.resolve(".data"), SYSTEM.folder());
        var source = night(scripts, "konstanz");
        var copied =
                SYSTEM.system().console().getBean(Import.class).read(source, COPY, Actor.without("Drill"), rows -> {});
        var file = night(scripts, copied.slug());
        var token = token(copied.slug());
        var konstanz = versions("konstanz", token("konstanz")).body();
        var before = versions(copied.slug(), token).body();
        assertThat(before).contains("label");
        SYSTEM.system().console().getBean(AdminConnections.class).inWorkspace(copied.place(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE concept_version SET label = 'verdorben'");
            }
        });
        assertThat(versions(copied.slug(), token).body()).contains("verdorben");

        assertThat(scripts.run("backup/restore", copied.slug(), file.toString(), "--yes"))
                .satisfies(
                        ended -> assertThat(ended.status()).as(ended.beside()).isZero());

        var restored = SYSTEM.system().console().getBean(Tenants.class).get(copied.id());
        assertThat(restored.schema()).isNotEqualTo(copied.schema());
        awaitTheEndOf(copied.slug(), token);
        assertThat(versions(copied.slug(), token(copied.slug())).body()).isEqualTo(before);
        assertThat(versions("konstanz", token("konstanz")).body()).isEqualTo(konstanz);
        assertThat(scripts.run("kk", "tenant", "restore", copied.slug(), "--drop-previous", "--yes")
                        .out())
                .contains("1");
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        var scripts = Scripts.in(folder);
        var file = Files.writeString(folder.resolve("waldshut.zip"), "changed");
        Files.writeString(folder.resolve("waldshut.zip.sha256"), "0".repeat(64) + "  waldshut.zip\n");
        var ended = scripts.run("backup/restore", "waldshut", file.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.beside()).contains("The file is not as it was written");
    }

    @Test
    void wrongUsageIsSaidInOneLine() throws Exception {
        var scripts = Scripts.in(folder);
        for (var script : new String[] {"backup/nightly", "backup/restore", "backup/base", "backup/restore-all"}) {
            var ended = scripts.run(script);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.beside()).startsWith("Usage: deploy/" + script).hasLineCount(1);
        }
    }

    /** Yesterday's files go when they are too old or belong to nobody. */
    private Path night(Scripts scripts, String county) throws IOException, InterruptedException {
        var nights = Files.createDirectories(folder.resolve("nights"));
        var today = LocalDate.now(ZoneId.systemDefault());
        var old = Files.createFile(nights.resolve(county + "_" + today.minusDays(8) + ".zip"));
        var young = Files.createFile(nights.resolve(county + "_" + today.minusDays(6) + ".zip"));
        var gone = Files.createFile(nights.resolve("entenhausen_" + today + ".zip"));
        assertThat(scripts.run("backup/nightly", nights.toString(), "7"))
                .satisfies(
                        ended -> assertThat(ended.status()).as(ended.beside()).isZero());
        assertThat(old).doesNotExist();
        assertThat(gone).doesNotExist();
        assertThat(young).exists();
        try (var files = Files.list(nights)) {
            var file = files.filter(each -> each.getFileName().toString().matches(county + "_.*\\.zip"))
                    .filter(each -> !each.equals(young))
                    .findFirst()
                    .orElseThrow();
            assertThat(nights.resolve(file.getFileName() + ".sha256")).exists();
            return file;
        }
    }

    private static void awaitTheEndOf(String county, String token) throws IOException, InterruptedException {
        var start = System.nanoTime();
        while (versions(county, token).statusCode() != 401 && System.nanoTime() - start < FELT.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        assertThat(versions(county, token).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> versions(String county, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(SYSTEM.platform("/api/v1/" + county + "/versions")))
                .header("Authorization", "Bearer " + token));
    }

    private static String token(String county) throws IOException, InterruptedException {
        var account = SYSTEM.account("konstanz", "lead");
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), account.password());
        var answer = send(HttpRequest.newBuilder(URI.create(SYSTEM.platform("/api/v1/" + county + "/token")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        var token = TOKEN.matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
