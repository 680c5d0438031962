package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ImportFilesIT {
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String[] PLAN = {
        "Feld|Ziel|Maßnahme|Status|Farbe",
        "Sprache|Kurse|Kurs am Abend|lila|x",
        "|||umgesetzt|",
        "|Räume|Raum finden|grün|"
    };

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    ImportFilesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept/import";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void takesAWorkbookOverAfterItsColumnsAreMapped() throws Exception {
        var answer = upload("plan.xlsx", Files.workbook(PLAN));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String columns = answer.headers().firstValue("Location").orElseThrow();
        assertThat(columns).endsWith("/spalten");
        assertThat(page(columns)).contains("Feld", "Zum Beispiel: Kurs am Abend", "lila", "Nicht übernehmen");

        var none = platform.form(columns, columns, lead, Map.of("spalte-1", "nothing", "spalte-2", "nothing"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Ordnen Sie mindestens einer Spalte");

        var mapped = platform.form(
                columns,
                columns,
                lead,
                Map.of(
                        "spalte-0",
                        "field",
                        "spalte-1",
                        "goal",
                        "spalte-2",
                        "measure",
                        "spalte-3",
                        "light",
                        "status-0",
                        "red"));
        assertThat(mapped.statusCode()).as(mapped.body()).isEqualTo(303);
        String preview = mapped.headers().firstValue("Location").orElseThrow();
        assertThat(page(preview))
                .contains(
                        "Handlungsfeld",
                        "Kurs am Abend",
                        "Zelle Plan!C2",
                        "Zelle Plan!E1",
                        "Zelle Plan!D3",
                        "Spalten zuordnen");
        platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        assertThat(page("/" + county.slug() + "/konzept")).contains("Sprache", "2 Maßnahmen");

        String again = upload("plan.xlsx", Files.workbook(PLAN))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var same = platform.form(
                again,
                again,
                lead,
                Map.of(
                        "spalte-0",
                        "field",
                        "spalte-1",
                        "goal",
                        "spalte-2",
                        "measure",
                        "spalte-3",
                        "light",
                        "status-0",
                        "red"));
        assertThat(page(same.headers().firstValue("Location").orElseThrow())).contains("enthält den Text schon");
        var late = platform.form(columns, columns, lead, Map.of("spalte-0", "field"));
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void asksWhichOrganisationsAreMeantBeforeTheTakeOver() throws Exception {
        String api = "/api/v1/" + county.slug() + "/organisations";
        var office = platform.post(
                api,
                platform.token(county, Roles.LEAD),
                "{\"kind\": \"county_office\", \"name\": \"Amt für Migration und Integration\"}");
        assertThat(office.statusCode()).isEqualTo(201);
        byte[] table = Files.workbook(
                "Handlungsfeld|Ziel|Maßnahme|Zuständig|Laufzeit|Kosten",
                "Sprache|Kurse|Kurs am Abend|Amt f. Migration, Caritas|ab 2026|5.000 €",
                "Sprache|Kurse|Kurs am Morgen|Caritas|nach Bedarf|");
        String columns =
                upload("plan.xlsx", table).headers().firstValue("Location").orElseThrow();
        String preview = columns.replace("/spalten", "");
        assertThat(page(preview)).contains("2 Namen von Organisationen sind noch nicht zugeordnet");
        String naming = preview + "/organisationen";
        assertThat(page(naming)).contains("Wahrscheinlich gemeint", "Amt f. Migration", "in 2 Maßnahmen");
        String id = new ObjectMapper().readTree(office.body()).get("id").asText();
        var done = platform.form(
                naming,
                naming,
                lead,
                Map.of("name-0", "Amt f. Migration", "wahl-0", id, "name-1", "Caritas", "wahl-1", "neu"));
        assertThat(done.headers().firstValue("Location").orElseThrow()).isEqualTo(preview);
        assertThat(page(preview)).doesNotContain("noch nicht zugeordnet");
        platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        assertThat(page("/" + county.slug() + "/organisationen/" + id))
                .contains("Kurs am Abend", "Amt f. Migration", "federführend");
        assertThat(page("/" + county.slug() + "/konzept/massnahmen?suche=Abend"))
                .contains("Kurs am Abend");
        String csv = platform.send(platform.request("/" + county.slug() + "/massnahmen.csv")
                        .header("Cookie", lead))
                .body();
        assertThat(csv).contains("ab 2026", "einmalig 5.000 €", "nach Bedarf");
    }

    @Test
    void showsTheSentenceOfARefusedFileAndKeepsNothing() throws Exception {
        var answer = upload("plan.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("keine lesbare Datei der Art .xlsx");
        assertThat(page(base)).doesNotContain("Frühere Importe");
    }

    @Test
    void takesFilesOfPrograms() throws Exception {
        String token = platform.token(county, Roles.LEAD);
        String api = "/api/v1/" + county.slug() + "/imports";
        var preview = send(api, token, SHEET, Files.workbook(PLAN));
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(201);
        assertThat(preview.body()).contains("\"place\":\"Zelle Plan!D2\"", "unknown_status", "\"words\":\"lila\"");
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(preview.body());
        assertThat(id.find()).isTrue();
        var mapped = platform.send(
                platform.request(api + "/" + id.group(1) + "/mapping")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"columns\":[{\"name\":\"Feld\",\"meaning\":\"theme\"}],\"statuses\":[{\"words\":\"lila\",\"light\":\"red\"}]}")));
        assertThat(mapped.statusCode()).as(mapped.body()).isEqualTo(200);
        assertThat(mapped.body())
                .contains("cross_cutting_theme", "\"light\":\"red\"")
                .doesNotContain("unknown_status");
        var csv = send(api, token, "text/csv", "Handlungsfeld;Maßnahme\nA;b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.body()).contains("\"measures\":1", "Zelle A2");
        assertThat(send(api, token, SHEET, new byte[] {'P', 'K', 3, 4, 0}).statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> send(String path, String token, String type, byte[] body) throws Exception {
        return platform.send(platform.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = platform.page(path.replaceFirst("#.*", ""), lead);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> upload(String name, byte[] content) throws Exception {
        var token = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"").matcher(page(base));
        assertThat(token.find()).isTrue();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--grenze\r\nContent-Disposition: form-data; name=\"csrfToken\"\r\n\r\n" + token.group(1)
                        + "\r\n--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
        return platform.send(platform.request(base)
                .header("Accept", "text/html")
                .header("Cookie", lead)
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
