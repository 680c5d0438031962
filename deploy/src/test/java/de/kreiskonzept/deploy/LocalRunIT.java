package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.deploy.Scripts.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** deploy/run and deploy/kk as somebody at a terminal meets them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalRunIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void startsServesTheCommandLineSurvivesAKillBringsTheExamplesAndStopsOnInterrupt() throws Exception {
        Scripts scripts = Scripts.in(folder);
        int port = FreePorts.first();

        Process first = scripts.start("run", "--empty", "--port", Integer.toString(port));
        String database = databaseOf(Scripts.readUntil("ready: http://localhost:" + port, first));
        try {
            assertThat(status("http://localhost:" + port + "/health/none")).isEqualTo(404);
            assertThat(status("http://localhost:" + (port + 1) + "/registrieren"))
                    .isEqualTo(200);
            commandLineWorksBesideIt(scripts);
            anotherStartOnTheSameFolderIsRefused(scripts);
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = scripts.start("run", "--port", Integer.toString(port));
        try {
            List<String> said = Scripts.readUntil("ready: ", second);
            assertThat(databaseOf(said)).isEqualTo(database);
            exampleCountyPrintsItsConceptInEveryFormat("http://localhost:" + port + "/api/v1/konstanz", said);
        } finally {
            Scripts.interrupt(second);
            second.waitFor();
        }
        assertThatThrownBy(() -> connect(database))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
        assertThat(scripts.run("kk", "tenant", "list")).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.beside())
                    .startsWith("The database does not answer")
                    .hasLineCount(1);
        });
    }

    private static void commandLineWorksBesideIt(Scripts scripts) throws Exception {
        assertThat(scripts.run("kk", "tenant", "list", "--output", "json")).isEqualTo(new Ended(0, "[]\n", ""));
        assertThat(scripts.run("kk", "tenant", "lst").status()).isEqualTo(2);
        assertThat(scripts.run("kk", "tenant", "show", "nowhere").status()).isEqualTo(1);
    }

    private static void anotherStartOnTheSameFolderIsRefused(Scripts scripts) throws Exception {
        String port = Integer.toString(FreePorts.first());

        assertThat(scripts.run("run", "--empty", "--port", port)).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.beside())
                    .contains("is in use: stop the other start")
                    .hasLineCount(1);
        });
    }

    private static void exampleCountyPrintsItsConceptInEveryFormat(String api, List<String> said) throws Exception {
        String[] lead = said.stream()
                .filter(line -> line.startsWith("account: konstanz lead "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        String login = JSON.writeValueAsString(Map.of("email", lead[3], "password", lead[4]));
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = JSON.readTree(post(client, api + "/token", login))
                    .get("access_token")
                    .asText();
            String version = JSON.readTree(get(client, api + "/versions", token))
                    .get(0)
                    .get("id")
                    .asText();
            for (var format : Map.of("concept.pdf", "%PDF-", "concept.docx", "PK", "annex-2.xlsx", "PK")
                    .entrySet()) {
                byte[] file = get(client, api + "/versions/" + version + "/" + format.getKey(), token);
                assertThat(new String(file, StandardCharsets.ISO_8859_1))
                        .as(format.getKey())
                        .startsWith(format.getValue());
            }
        }
    }

    @Test
    void refusesInOneSentenceWithStatusTwo() throws Exception {
        Scripts scripts = Scripts.in(folder);
        Files.createFile(folder.resolve("file"));

        for (List<String> wrong : List.of(
                List.of("--prot", "1"),
                List.of("--data", "file/data", "--port", Integer.toString(FreePorts.first())),
                List.of("--database", "jdbc:postgresql://localhost:1/no", "--port", "" + FreePorts.first()))) {
            var command = new java.util.ArrayList<String>(List.of("run"));
            command.addAll(wrong);
            assertThat(scripts.run(command.toArray(String[]::new)))
                    .as(wrong.toString())
                    .satisfies(ended -> {
                        assertThat(ended.status()).isEqualTo(2);
                        assertThat(ended.out()).isEmpty();
                        assertThat(ended.beside()).endsWith(".\n").hasLineCount(1);
                    });
        }
    }

    private static String post(HttpClient client, String address, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static byte[] get(HttpClient client, String address, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static String databaseOf(List<String> lines) {
        assertThat(lines).first().asString().startsWith("database: jdbc:postgresql://");
        return lines.getFirst().substring("database: ".length());
    }

    private static int status(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void connect(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "kk_platform", "")) {
            throw new AssertionError(
                    "still answers: " + connection.getMetaData().getURL());
        }
    }
}
