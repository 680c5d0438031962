package de.kreiskonzept.platform.concept;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody should send: refused with a sentence, nothing stored, nothing lost, nothing of the machine shown. */
@ExtendWith(PlatformUnderTest.Given.class)
class ConceptBadInputIT {
    private static final List<String> TABLES = List.of(
            "concept",
            "concept_version",
            "concept_section",
            "concept_goal",
            "concept_measure",
            "concept_goal_measure",
            "concept_text_block",
            "concept_editor",
            "audit_entry");

    private final PlatformUnderTest platform;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Workspace county;
    private String lead;

    ConceptBadInputIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithOneOfEach() throws Exception {
        county = platform.county();
        lead = platform.token(county, Roles.LEAD);
        try (var sample = new ConceptSample(county)) {
            UUID section = sample.section(null, "field_of_action", "Sprache");
            UUID goal = sample.goal(section, null, "goal", "Ziel");
            ids.put("section", section.toString());
            ids.put("goal", goal.toString());
            ids.put(
                    "measure",
                    sample.measure(section, "Kurs", "grey", true, goal).toString());
        }
        ids.put("version", value("SELECT id::text FROM concept_version"));
        String text = platform.post(
                        api("/texts"), lead, "{\"versionId\":\"%s\",\"text\":\"So\"}".formatted(ids.get("version")))
                .body();
        ids.put("text", text.replaceFirst(".*?\"id\":\"([0-9a-f-]{36})\".*", "$1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "versions | {section} | {\"title\":\"T\",\"label\":\"L\"}",
                "sections | {section} | {\"versionId\":\"{version}\",\"kind\":\"other\",\"name\":\"N\"}",
                "goals    | {goal}    | {\"sectionId\":\"{section}\",\"kind\":\"goal\",\"text\":\"T\"}",
                "measures | {measure} | {\"sectionId\":\"{section}\",\"text\":\"T\"}",
                "texts    | {text}    | {\"versionId\":\"{version}\",\"text\":\"T\"}"
            })
    void refusesEveryOperation(String path, String one, String good) throws Exception {
        String id = filled(path.equals("versions") ? "{version}" : one);
        String json = filled(good);
        String last = json.substring(json.lastIndexOf("\":\"") + 3);
        var before = digest();
        for (String bad : List.of(
                "",
                "{",
                "[]",
                "7",
                "{}",
                json.replace("}", ",\"unbekannt\":1}"),
                json.replaceFirst("\"([^\"]+)\":\"[^\"]*\"}", "\"$1\":{\"a\":1}}"),
                json.replace("\":\"" + last, "\":\"" + "ä".repeat(20_001) + "\"}"),
                json.replace("\":\"" + last, "\":\" \"}"),
                json.replace("\":\"" + last, "\":\"A\\u0000B\"}"))) {
            refused(send("POST", "/" + path, bad, null), bad);
            refused(send("PUT", "/" + path + "/" + id, bad, "\"0\""), bad);
        }
        for (String tag : List.of("\"99\"", "\"-1\"", "0", "*", "W/\"0\"", "\"99999999999999999999\"")) {
            assertThat(send("PUT", "/" + path + "/" + id, json, tag).statusCode())
                    .as(tag)
                    .isEqualTo(412);
            assertThat(send("DELETE", "/" + path + "/" + id, "", tag).statusCode())
                    .as(tag)
                    .isEqualTo(412);
        }
        for (String missing : List.of("keine-id", UUID.randomUUID().toString(), "%00", "%27%20OR%201=1")) {
            refused(send("PUT", "/" + path + "/" + missing, json, "\"0\""), missing);
            refused(send("DELETE", "/" + path + "/" + missing, "", "\"0\""), missing);
            refused(send("POST", "/" + path + "/" + missing + "/restore", "", null), missing);
        }
        if (!path.equals("versions")) {
            refused(send("POST", "/" + path + "/" + id + "/move", "{\"direction\":\"quer\"}", null), "quer");
            refused(send("POST", "/" + path + "/" + id + "/move", "{}", null), "{}");
        }
        assertThat(digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "fassung,  name=title, 300",
        "abschnitte, name=name, 300",
        "ziele, name=text, 20000",
        "massnahmen, name=text, 20000",
        "texte, name=text, 20000"
    })
    void refusesEveryFormAndKeepsWhatWasEntered(String path, String field, int limit) throws Exception {
        String page = page(path);
        String name = field.substring("name=".length());
        var before = digest();
        var right = new LinkedHashMap<String, String>(Map.of(
                "title", "T", "label", "L", "name", "N", "text", "T", "kind", path.equals("ziele") ? "goal" : "other"));
        right.put("version", path.equals("texte") ? "0" : "0");
        for (String bad : List.of("", " \t ", "Lang" + "ö".repeat(limit))) {
            var answer = submit(page, right, name, bad);
            assertThat(answer.statusCode()).as(bad.length() + " in " + name).isEqualTo(422);
            assertThat(answer.body()).contains("Bitte", bad.strip()).doesNotContain("Exception");
            assertThat(answer.body()).contains("aria-invalid=\"true\"");
        }
        var nul = submit(page, right, name, "A\0B");
        assertThat(nul.statusCode()).isBetween(400, 422);
        var stale = submit(page, right, "version", "4711");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Ihr Text ist nicht verloren");
        assertThat(submit(page, right, "version", "keine Zahl").statusCode()).isEqualTo(409);
        if (path.equals("abschnitte") || path.equals("ziele")) {
            assertThat(submit(page, right, "kind", "<b>").statusCode()).isEqualTo(422);
        }
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void showsMarkupAsTheTextItIs() throws Exception {
        String script = "<script>alert(1)</script>\"><img src=x onerror=alert(2)> & „Ümläute“";
        var answer = submit(page("massnahmen"), new LinkedHashMap<>(Map.of("version", "0")), "text", script);
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = "kk_session=" + lead;
        for (String path : List.of(
                "/konzept",
                "/konzept/massnahmen",
                "/konzept/abschnitte/" + ids.get("section"),
                "/konzept/massnahmen/" + ids.get("measure"),
                "/konzept/massnahmen/" + ids.get("measure") + "/bearbeiten")) {
            assertThat(platform.page("/" + county.slug() + path, cookie).body())
                    .contains("&lt;script&gt;alert(1)", "„Ümläute“")
                    .doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void refusesTextsOfManyMegabytes() throws Exception {
        var before = digest();
        refused(send("POST", "/sections", "{\"name\":\"" + "x".repeat(8_000_000) + "\"}", null), "8 MB");
        assertThat(digest()).isEqualTo(before);
    }

    private HttpResponse<String> submit(String page, Map<String, String> right, String name, String value)
            throws Exception {
        var fields = new LinkedHashMap<>(right);
        fields.put(name, value);
        return platform.form(page, page, "kk_session=" + lead, fields);
    }

    private String page(String path) {
        return "/%s/konzept/".formatted(county.slug())
                + switch (path) {
                    case "fassung" -> "fassung/" + ids.get("version");
                    case "abschnitte" -> "abschnitte/" + ids.get("section") + "/bearbeiten";
                    case "ziele" -> "ziele/" + ids.get("goal") + "/bearbeiten";
                    case "massnahmen" -> "massnahmen/" + ids.get("measure") + "/bearbeiten";
                    default -> "texte/" + ids.get("text") + "/bearbeiten";
                };
    }

    private void refused(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode())
                .as(what.substring(0, Math.min(80, what.length())) + " " + answer.body())
                .isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"detail\":\"")
                .doesNotContain(county.schema(), "Exception", "SELECT", "concept_", "io.micronaut");
    }

    private HttpResponse<String> send(String method, String path, String json, String tag) throws Exception {
        var request = platform.request(api(path))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        return platform.send(tag == null ? request : request.header("If-Match", tag));
    }

    private String filled(String text) {
        String filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }

    private Map<String, String> digest() throws SQLException {
        var digests = new LinkedHashMap<String, String>();
        for (String table : TABLES) {
            digests.put(
                    table,
                    value("SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM " + table + " t"));
        }
        return digests;
    }

    private String value(String sql) throws SQLException {
        try (var connection = TestServer.admin();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE kk_owner; SET search_path = " + county.schema());
            try (var row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
