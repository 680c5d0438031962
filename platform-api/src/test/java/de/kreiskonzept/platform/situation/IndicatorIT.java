package de.kreiskonzept.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Indicators and their values from the first entry to the next version, by pages and by REST. */
@ExtendWith(PlatformUnderTest.Given.class)
class IndicatorIT {
    private static final String ADOPT = """
            {"state":"adopted","decidedOn":"2026-03-14","decidedBy":"Kreistag","resolution":"2026/17"}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String version;
    private UUID goal;
    private UUID measure;

    IndicatorIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "goal", "Mehr Kurse");
            measure = concept.measure(section, "Kurse am Abend", "grey", true, goal);
            version = concept.version().toString();
        }
    }

    @Test
    void isDefinedAndMeasuredByPages() throws Exception {
        String cookie = "kk_session=" + lead;
        String base = "/" + county.slug() + "/konzept/indikatoren";
        assertThat(platform.page(base, cookie).body()).contains("Noch kein Indikator");
        assertThat(platform.page(base + "?ziel=" + goal, cookie).body()).contains("Indikator anlegen");
        var faulty = platform.form(
                base + "/neu?ziel=" + goal, base + "/neu", cookie, Map.of("ziel", goal.toString(), "target", "viele"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains(
                        "Geben Sie bei „Bezeichnung“ etwas ein", "„Zielwert“ eine Zahl", "„Zu erreichen bis“ ein Jahr")
                .contains("value=\"viele\"");
        var created = platform.form(
                base + "/neu?ziel=" + goal,
                base + "/neu",
                cookie,
                Map.of(
                        "ziel",
                        goal.toString(),
                        "name",
                        "Teilnehmende <b>",
                        "unit",
                        "Personen",
                        "baseline",
                        "1.200",
                        "baselinePeriod",
                        "2020",
                        "target",
                        "2.000,5",
                        "targetPeriod",
                        "12/2030"));
        assertThat(created.statusCode()).isEqualTo(303);
        String path = created.headers().firstValue("Location").orElseThrow();
        assertThat(platform.page(path, cookie).body())
                .contains("Noch keine Werte", "1.200 (2020)", "2.000,5 (12/2030)", "Teilnehmende &lt;b&gt;");
        var wrong = platform.form(
                path + "/werte",
                path + "/werte",
                cookie,
                Map.of("version", "0", "values", "2021; 1.300\n2022; keine\n2021; 5"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Zeile 2: „keine“ ist keine Zahl", "Zeile 3: 2021 kommt schon vor", "2022; keine");
        var right = platform.form(
                path + "/werte",
                path + "/werte",
                cookie,
                Map.of(
                        "version",
                        "0",
                        "values",
                        "2021; 1.300\n2022; nicht erhoben: Pandemie\n29.02.2024; 1.402; Bruch: neu gezählt; Amt"));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(platform.page(path, cookie).body())
                .contains(
                        "<svg",
                        "nicht erhoben",
                        "Pandemie",
                        "Bruch in der Zeitreihe: neu gezählt",
                        "29.02.2024",
                        "1.402")
                .contains("2 Werte von 2021 bis 29.02.2024");
        assertThat(platform.page(base, cookie).body()).contains("1.402 (29.02.2024)", "Sprache: Mehr Kurse");
        var late = platform.form(path + "/werte", path + "/werte", cookie, Map.of("version", "0", "values", "2025; 1"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Jemand hat das inzwischen geändert", "2025; 1");
    }

    @Test
    void isMeasuredAfterAdoptionAndGoesOnInTheNextVersion() throws Exception {
        String id = create("{\"goalId\":\"" + goal + "\",\"name\":\"Teilnehmende\"}");
        assertThat(put("/indicators/" + id + "/readings", "{\"readings\":[{\"period\":\"2023\",\"value\":5.50}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/versions/" + version + "/steps", ADOPT, tag("/versions/" + version))
                        .statusCode())
                .isEqualTo(201);
        assertThat(put("/indicators/" + id, "{\"name\":\"Anderes\"}").statusCode())
                .isEqualTo(409);
        assertThat(send("DELETE", "/indicators/" + id, "", tag("/indicators/" + id))
                        .statusCode())
                .isEqualTo(409);
        var more = put("/indicators/" + id + "/readings", """
                {"readings":[{"period":"2024","missing":"nicht gefragt"},{"period":"2023","value":5.50}]}""");
        assertThat(more.statusCode()).isEqualTo(200);
        JsonNode revised = json(send(
                "POST", "/versions/" + version + "/revisions", "{\"label\":\"2027\",\"relation\":\"successor\"}", ""));
        JsonNode copies = json(get("/versions/" + revised.get("id").asText() + "/indicators"));
        assertThat(copies).hasSize(1);
        String copy = copies.get(0).get("id").asText();
        assertThat(copy).isNotEqualTo(id);
        assertThat(copies.get(0).get("goalId").asText()).isNotEqualTo(goal.toString());
        assertThat(json(get("/indicators/" + copy + "/readings")).get("readings"))
                .hasSize(2);
        put("/indicators/" + copy + "/readings", "{\"readings\":[{\"period\":\"2025\",\"value\":-1e3}]}");
        JsonNode old = json(get("/indicators/" + id + "/readings")).get("readings");
        assertThat(old.get(0).get("value").decimalValue()).isEqualByComparingTo("-1000");
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        assertThat(send("POST", "/indicators", "{\"name\":\"Wozu\"}", "").statusCode())
                .isEqualTo(404);
        assertThat(send(
                                "POST",
                                "/indicators",
                                "{\"name\":\"x\",\"goalId\":\"" + goal + "\",\"measureId\":\"" + measure + "\"}",
                                "")
                        .statusCode())
                .isEqualTo(404);
        String id = create("{\"measureId\":\"" + measure
                + "\",\"name\":\"Kurse\",\"baseline\":{\"value\":0,\"period\":\"2020\"}}");
        String series = "/indicators/" + id + "/readings";
        assertThat(platform.get("/api/v1/" + county.slug() + "/indicators/" + id, lead)
                        .body())
                .contains("\"value\":0");
        assertThat(put(series, "{\"readings\":[{\"period\":\"2023-02-29\",\"value\":1}]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(series, "{\"readings\":[{\"period\":\"2023\"}]}").statusCode())
                .isEqualTo(422);
        assertThat(put(series, "{\"readings\":[{\"period\":\"2023\",\"value\":1e15}]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(series, "{\"readings\":[{\"period\":\"2023\",\"value\":1},{\"period\":\"2023\",\"value\":2}]}")
                        .body())
                .contains("kommt schon vor", "readings[1]");
        assertThat(send("PUT", series, "{\"readings\":[]}", "").statusCode()).isEqualTo(428);
        assertThat(send("PUT", series, "{\"readings\":[]}", "\"7\"").statusCode())
                .isEqualTo(412);
    }

    @Test
    void isChangedOnlyByWhoMayChangeItsPlace() throws Exception {
        String id = create("{\"goalId\":\"" + goal + "\",\"name\":\"Teilnehmende\"}");
        String leading = lead;
        lead = platform.token(county, Roles.EDITOR);
        assertThat(put("/indicators/" + id + "/readings", "{\"readings\":[]}").statusCode())
                .isEqualTo(403);
        assertThat(put("/indicators/" + id, "{\"name\":\"Anderes\"}").statusCode())
                .isEqualTo(403);
        String page = "/" + county.slug() + "/konzept/indikatoren/" + id;
        assertThat(platform.page(page, "kk_session=" + lead).body()).doesNotContain("/werte", "/bearbeiten");
        lead = leading;
        assertThat(send("DELETE", "/indicators/" + id, "", tag("/indicators/" + id))
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/indicators/" + id).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/indicators/" + id + "/restore", "", "").statusCode())
                .isEqualTo(200);
        assertThat(get("/indicators/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesAsFiles() throws Exception {
        String id = create("{\"goalId\":\"" + goal + "\",\"name\":\"Teilnehmende\",\"unit\":\"Personen\"}");
        create("{\"measureId\":\"" + measure + "\",\"name\":\"Kurse\"}");
        put("/indicators/" + id + "/readings", """
                {"readings":[{"period":"2022","missing":"nicht gefragt"},{"period":"2023","value":1234.5}]}""");
        String csv = file("/indikatoren.csv?version=" + version).body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("1234,5", "nicht gefragt", "Kurse am Abend");
        assertThat(file("/indikatoren.csv?ziel=" + goal).body()).doesNotContain("Kurse am Abend");
        assertThat(file("/indikatoren.xlsx?massnahme=" + measure).statusCode()).isEqualTo(200);
        assertThat(file("/indikatoren.csv?version=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> file(String path) throws Exception {
        return platform.send(
                platform.request("/" + county.slug() + path).header("Cookie", platform.cookie(county, Roles.READER)));
    }

    private String create(String json) throws Exception {
        var answer = send("POST", "/indicators", json, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asText();
    }

    private HttpResponse<String> put(String path, String json) throws Exception {
        return send("PUT", path, json, tag(path));
    }

    private String tag(String path) throws Exception {
        return get(path).headers().firstValue("ETag").orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return platform.get("/api/v1/" + county.slug() + path, lead);
    }

    private HttpResponse<String> send(String method, String path, String json, String tag) throws Exception {
        var request = platform.request("/api/v1/" + county.slug() + path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
