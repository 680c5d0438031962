package de.kreiskonzept.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Zahlen, Daten, Fakten by pages, by REST and from a CSV file. */
@ExtendWith(PlatformUnderTest.Given.class)
class FigureIT {
    private static final String TABLE = """
            Kennzahl;Einheit;Jahr;Wert;Nicht erhoben, weil;Bruch in der Zeitreihe;Quelle;Abschnitt
            Zugezogene aus Übersee;Personen;2021;1.234;;;Amt für Statistik;
            Zugezogene aus Übersee;Personen;2022;;Pandemie;;;
            Zugezogene aus Übersee;Personen;2023;-0,5;;neu gezählt;;
            Quote;%;2023;12,5;;;;Arbeit
            """;
    private static final Pattern HIDDEN = Pattern.compile("name=\"(csrfToken|content)\" value=\"([^\"]*)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String cookie;
    private String base;
    private UUID section;
    private UUID work;
    private UUID version;

    FigureIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        cookie = platform.cookie(county, Roles.LEAD);
        base = "/" + county.slug() + "/konzept/zahlen";
        try (var concept = new ConceptSample(county)) {
            section = concept.section(null, "field_of_action", "Sprache");
            work = concept.section(null, "field_of_action", "Arbeit");
            version = concept.version();
        }
    }

    @Test
    void standsInItsChapterAsChartAndTable() throws Exception {
        assertThat(platform.page(base, cookie).body()).contains("Noch keine Zahlen", "Kennzahl anlegen");
        var faulty = platform.form(
                base + "/neu?abschnitt=" + section,
                base + "/neu",
                cookie,
                Map.of("abschnitt", section.toString(), "values", "2021; viele", "chart", "torte"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("„Bezeichnung“ etwas", "Zeile 1: „viele“", "Balken oder Linie", "2021; viele</textarea>");
        var created = platform.form(
                base + "/neu?abschnitt=" + section,
                base + "/neu",
                cookie,
                Map.of(
                        "abschnitt",
                        section.toString(),
                        "name",
                        "Ankünfte <b>",
                        "unit",
                        "Personen",
                        "chart",
                        "line",
                        "values",
                        "2021; 0\n2022; nicht erhoben: Pandemie\n2024; 999.999.999.999"));
        assertThat(created.statusCode()).isEqualTo(303);
        String page = platform.page(base, cookie).body();
        assertThat(page)
                .contains("<svg", "Ankünfte &lt;b&gt; in Personen", "nicht erhoben", "999.999.999.999", "Sprache");
        assertThat(platform.page(base + "?abschnitt=" + work, cookie).body()).contains("Noch keine Zahlen");
        assertThat(platform.page(base, platform.cookie(county, Roles.EDITOR)).body())
                .contains("<svg")
                .doesNotContain("/bearbeiten", "/neu", "/import");
        String id =
                json(api("/versions/" + version + "/figures")).get(0).get("id").asText();
        var deleted = platform.form(base, base + "/" + id + "/loeschen", cookie, Map.of("version", "0"));
        String undo = deleted.headers().firstValue("Location").orElseThrow();
        assertThat(platform.page(undo, cookie).body()).contains("Die Kennzahl ist gelöscht", "Noch keine Zahlen");
        assertThat(platform.form(base, base + "/" + id + "/wiederherstellen", cookie, Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(base, cookie).body()).contains("<svg");
    }

    @Test
    void isReadAndSentWholeByPrograms() throws Exception {
        var created = send("POST", "/figures", """
                {"sectionId":"%s","name":"Quote","unit":"%%","readings":[{"period":"2023-02","value":12.50,"source":"A; B"}]}""".formatted(section), "");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "/figures/" + json(created).get("id").asText();
        assertThat(json(api(path)).at("/readings/0/value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(send("PUT", path, "{\"name\":\"Quote\"}", "\"5\"").statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", path, "{\"name\":\"Quote\",\"chart\":\"cake\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", path, "{\"name\":\"Quote\",\"readings\":[]}", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(api(path)).path("readings")).isEmpty();
        assertThat(send("POST", "/figures", "{\"name\":\"Nirgends\"}", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void comesOutOfATableInUtf8AndInWindows1252() throws Exception {
        for (Charset letters : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            String preview = upload(TABLE.getBytes(letters)).body();
            assertThat(preview).contains("Zugezogene aus Übersee", "2 Kennzahlen", "Arbeit");
            assertThat(takeOver(preview).statusCode()).isEqualTo(303);
        }
        assertThat(upload(TABLE.getBytes(StandardCharsets.UTF_8)).body())
                .contains("bleibt, wie sie ist")
                .doesNotContain("wird angelegt", "wird geändert");
        JsonNode figures = json(api("/versions/" + version + "/figures"));
        assertThat(figures).hasSize(2);
        assertThat(figures.at("/0/readings")).hasSize(3);
        assertThat(figures.at("/0/readings/1/missing").asText()).isEqualTo("Pandemie");
        assertThat(figures.at("/1/sectionId").asText()).isEqualTo(work.toString());
    }

    @Test
    void goesOutAndComesBackUnchanged() throws Exception {
        takeOver(upload(TABLE.getBytes(StandardCharsets.UTF_8)).body());
        var file = platform.send(
                platform.request("/" + county.slug() + "/zahlen.csv").header("Cookie", cookie));
        assertThat(file.body()).contains("-0,5", "1234", "Arbeit;Quote;%;2023;12,5");
        assertThat(upload(file.body().getBytes(StandardCharsets.UTF_8)).body())
                .contains("bleibt, wie sie ist")
                .doesNotContain("wird angelegt", "wird geändert", "lassen sich nicht lesen");
        assertThat(platform.send(platform.request("/" + county.slug() + "/zahlen.xlsx")
                                .header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNothingWhereARowIsWrong() throws Exception {
        String preview = upload("""
                Kennzahl;Jahr;Wert;Abschnitt
                Gut;2021;5;
                ;2021;5;
                A;gestern;5;
                A;2021;viele;
                A;2022;;
                A;2023;1;Nirgends
                Gut;2021;6;
                """.getBytes(StandardCharsets.UTF_8)).body();
        assertThat(preview)
                .contains(
                        "6 Zeilen lassen",
                        "Zeile 3: Der Name",
                        "Zeile 4: „gestern“",
                        "Zeile 5: „viele“",
                        "Zeile 6: Der Wert fehlt")
                .contains("Zeile 7: Einen Abschnitt „Nirgends“", "Zeile 8: 2021 kommt")
                .doesNotContain("Zahlen übernehmen");
        assertThat(upload("Name;Wert\nA;5".getBytes(StandardCharsets.UTF_8)).body())
                .contains("Zeile 1: Hier müssen");
        assertThat(upload(new byte[0]).statusCode()).isEqualTo(422);
        assertThat(upload(new byte[] {'P', 'K', 3, 4}).body()).contains("keine CSV-Datei");
        assertThat(upload(new byte[] {0, 1, 2, 3}).statusCode()).isEqualTo(422);
        var forced = platform.form(
                base + "/import?fassung=" + version,
                base + "/import/uebernehmen",
                cookie,
                Map.of("fassung", version.toString(), "content", "S\t\nR\t1\nC\t0\t\tKennzahl"));
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(json(api("/versions/" + version + "/figures"))).isEmpty();
    }

    private HttpResponse<String> upload(byte[] file) throws Exception {
        String page = platform.page(base + "/import?fassung=" + version, cookie).body();
        var body = new ByteArrayOutputStream();
        body.write(("--kk\r\nContent-Disposition: form-data; name=\"csrfToken\"\r\n\r\n" + hidden(page, "csrfToken")
                        + "\r\n--kk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"zahlen.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--kk--\r\n".getBytes(StandardCharsets.UTF_8));
        return platform.send(platform.request(base + "/import?fassung=" + version)
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .header("Content-Type", "multipart/form-data; boundary=kk")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> takeOver(String preview) throws Exception {
        return platform.form(
                base + "/import?fassung=" + version,
                base + "/import/uebernehmen",
                cookie,
                Map.of("fassung", version.toString(), "content", hidden(preview, "content")));
    }

    private static String hidden(String page, String name) {
        return HIDDEN.matcher(page)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow()
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    private HttpResponse<String> api(String path) throws Exception {
        return platform.send(platform.request("/api/v1/" + county.slug() + path)
                .header("Authorization", "Bearer " + cookie.substring("kk_session=".length())));
    }

    private HttpResponse<String> send(String method, String path, String json, String tag) throws Exception {
        var request = platform.request("/api/v1/" + county.slug() + path)
                .header("Authorization", "Bearer " + cookie.substring("kk_session=".length()))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
