package de.kreiskonzept.platform.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files at an answer by personal link and at an assessment, as a browser sends and fetches them. */
@ExtendWith(PlatformUnderTest.Given.class)
class EvidenceIT {
    private static final byte[] PDF = "%PDF-1.7 Bericht".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = "geheim-genug-fuer-einen-Versuch";

    private final PlatformUnderTest platform;
    private final UUID reply = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final UUID body = UUID.randomUUID();
    private Workspace county;
    private UUID measure;
    private String link;
    private String question;
    private String lead;

    EvidenceIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anOpenRoundAndALink() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        UUID version;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            measure = concept.measure(concept.section(null, "other", "Sprache"), "Kurse", "grey", true);
        }
        sql("INSERT INTO monitoring_round VALUES ('" + round + "', '" + version
                + "', 'Ampel', '2026-11-01', '2026-11-01', 'all', '', 'open', now(), NULL, 0, NULL, now(), now(), 0)");
        sql("INSERT INTO monitoring_asked VALUES ('" + body + "', '" + round
                + "', NULL, 'Amt', '', true, NULL, NULL, now(), now(), 0)");
        sql("INSERT INTO monitoring_link VALUES ('" + UUID.randomUUID() + "', '" + body + "', '\\x"
                + HexFormat.of().formatHex(Tickets.hash(SECRET)) + "', NULL, now(), now(), 0)");
        sql(
                "INSERT INTO monitoring_reply (id, asked_id, measure_id, position, state, words, nothing_new, author, question,"
                        + " created_at, modified_at, version) VALUES ('" + reply + "', '" + body + "', '" + measure
                        + "', 0, 'open', '', false, '', '', now(), now(), 0)");
        link = "/" + county.slug() + "/meldung/" + SECRET;
        question = link + "/" + reply;
    }

    @Test
    void goesWithTheAnswerToTheLeadAndIntoTheHistory() throws Exception {
        assertThat(answer("0", "Fotos/Bericht <2026>.exe", PDF).statusCode()).isEqualTo(303);
        String file = address(platform.page(question, "").body(), question + "/anhang/[0-9a-f-]{36}");
        var sent = platform.send(platform.request(file));
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''Bericht%202026.pdf");
        assertThat(sent.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(sent.body()).isEqualTo("%PDF-1.7 Bericht");

        String answers = "/" + county.slug() + "/berichtsrunden/" + round + "/antworten";
        assertThat(platform.page(answers, lead).body()).contains("Bericht 2026.pdf (1 KB)");
        String seen =
                address(platform.page(answers + "/" + reply, lead).body(), answers + "/" + reply + "/anhang/[^\"]+");
        assertThat(platform.page(seen, lead).statusCode()).isEqualTo(200);
        assertThat(platform.page(seen, platform.cookie(county, Roles.READER)).statusCode())
                .isEqualTo(403);

        String history = "/" + county.slug() + "/massnahmen/" + measure + "/";
        String evidence = history + "nachweise" + file.substring(file.lastIndexOf('/'));
        assertThat(platform.page(evidence, lead).statusCode())
                .as("not accepted yet")
                .isEqualTo(404);
        platform.form(answers, answers + "/uebernehmen", lead, Map.of());
        String reader = platform.cookie(county, Roles.READER);
        assertThat(platform.page(history + "ampel", reader).body()).contains(evidence, "Bericht 2026.pdf");
        assertThat(platform.page(evidence, reader).statusCode()).isEqualTo(200);
        assertThat(platform.page(evidence, "").statusCode()).isEqualTo(303);
        Workspace other = platform.county();
        assertThat(platform.page(evidence.replace(county.slug(), other.slug()), platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.form(question, file + "/loeschen", "", Map.of()).statusCode())
                .isEqualTo(409);
        sql("DELETE FROM monitoring_evidence");
        assertThat(platform.page(evidence, reader).statusCode())
                .as("history stays")
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoImageAndKeepsTheWords() throws Exception {
        for (byte[] content :
                new byte[][] {SVG, "<!doctype html><script>1</script>".getBytes(StandardCharsets.UTF_8)}) {
            var refused = answer("0", "foto.png", content);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("weder ein Bild noch eine PDF-Datei", "Acht Kurse liefen.");
        }
        byte[] large = Arrays.copyOf(PDF, EvidenceKind.LARGEST + 1);
        var refused = answer("0", "gross.pdf", large);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("größer als 10 MB", "Acht Kurse liefen.");
        assertThat(platform.page(question, "").body()).doesNotContain("/anhang/", "Acht Kurse liefen.");
        assertThat(answer("0", "gerade.pdf", Arrays.copyOf(PDF, EvidenceKind.LARGEST))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void keepsTheWordsOfAnAnswerWithAPhotoThatIsMuchTooLarge() throws Exception {
        var refused = answer("0", "foto.jpg", Arrays.copyOf(PDF, 19 * 1024 * 1024));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("größer als 10 MB", "Acht Kurse liefen.");
    }

    @Test
    void comesFromALeadWhoAnswersForABody() throws Exception {
        String page = "/" + county.slug() + "/berichtsrunden/" + round + "/stellen/" + body;
        assertThat(platform.page(page + "/" + reply, lead).body())
                .contains("multipart/form-data", "data-largest=\"" + EvidenceKind.LARGEST + "\"");
        var fields = Map.of("version", "0", "light", "green", "justification", "Am Telefon gesagt.");
        assertThat(platform.upload(page + "/" + reply, lead, fields, "Notiz.png", SVG)
                        .body())
                .contains("weder ein Bild noch eine PDF-Datei", "Am Telefon gesagt.");
        assertThat(platform.upload(page + "/" + reply, lead, fields, "Notiz.pdf", PDF)
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(question, "").body()).contains("Notiz.pdf", "Am Telefon gesagt.");
        String editor = platform.cookie(county, Roles.EDITOR);
        assertThat(platform.page(page + "/" + reply, editor).statusCode()).isEqualTo(403);
    }

    @Test
    void answersAPhotoThatIsLargerThanARequestWithASentence() throws Exception {
        var refused = answer("0", "foto.jpg", new byte[21 * 1024 * 1024]);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Die Daten sind zu groß, gespeichert wurde nichts.");
    }

    @Test
    void takesAtMostFiveAndLetsTheBodyTakeOneAway() throws Exception {
        for (int i = 0; i < EvidenceKind.MOST; i++) {
            assertThat(answer(String.valueOf(i), "a" + i + ".pdf", PDF).statusCode())
                    .isEqualTo(303);
        }
        assertThat(answer("5", "zuviel.pdf", PDF).body()).contains("Mehr als 5 Dateien");
        String file = address(platform.page(question, "").body(), question + "/anhang/[0-9a-f-]{36}");
        assertThat(platform.form(question, file + "/loeschen", "", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(platform.page(question, "").body()).contains("a1.pdf").doesNotContain("a0.pdf");
        assertThat(platform.page(file, "").statusCode()).isEqualTo(404);
    }

    @Test
    void standsAtAnAssessmentOfTheLead() throws Exception {
        String page = "/" + county.slug() + "/massnahmen/" + measure + "/ampel";
        assertThat(platform.upload(page, lead, Map.of("version", "0", "light", "green"), "Foto.jpeg", SVG)
                        .statusCode())
                .isEqualTo(422);
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};
        assertThat(platform.upload(page, lead, Map.of("version", "0", "light", "green"), "Foto.png", jpeg)
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(page, lead).body()).contains("Foto.jpg (1 KB)");
        assertThatThrownBy(() -> sql("UPDATE monitoring_assessment SET light = 'red'"))
                .hasMessageContaining("permission denied");
    }

    private HttpResponse<String> answer(String version, String name, byte[] content) throws Exception {
        var fields = Map.of("version", version, "light", "green", "reason", "", "justification", "Acht Kurse liefen.");
        return platform.upload(question, "", fields, name, content);
    }

    private static String address(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }
}
