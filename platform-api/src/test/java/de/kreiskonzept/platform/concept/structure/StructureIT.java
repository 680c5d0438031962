package de.kreiskonzept.platform.concept.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county calls the levels of its concept as it likes, and chooses its rules; its content stays. */
@ExtendWith(PlatformUnderTest.Given.class)
class StructureIT {
    private static final String TWO = """
            {"levels":[{"names":[{"part":"other","singular":"Säule","plural":"Säulen","numbering":"free","texts":["Lage"]}]},
            {"names":[{"part":"measure","singular":"Schritt","plural":"Schritte","numbering":"plain"}]}],
            "rules":["responsible"]}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID chapter;
    private UUID below;
    private UUID version;
    private String base;
    private String page;
    private String cookie;

    StructureIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptOfChapters() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept";
        cookie = platform.cookie(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            chapter = concept.section(null, "other", "Ankommen");
            below = concept.section(chapter, "other", "Erste Orientierung");
            concept.goal(below, null, "goal", "Niemand wartet lange");
            version = concept.version();
        }
        page = base + "/fassung/" + version + "/aufbau";
    }

    @Test
    void callsSectionsByTheTemplate() throws Exception {
        assertThat(platform.page(base, cookie).body()).contains("Abschnitt").doesNotContain("Unterkapitel");
        assertThat(choose("boeblingen", "0").statusCode()).isEqualTo(303);
        assertThat(platform.page(base, cookie).body())
                .contains("Kapitel hinzufügen", "Unterkapitel", "Niemand wartet lange", "1 Ziel, 0 Maßnahmen");
        assertThat(platform.page(base + "/abschnitte/" + chapter, cookie).body())
                .contains("Unterkapitel hinzufügen", "Ausgangsthese hinzufügen");
        assertThat(choose("boeblingen", "0").statusCode()).isEqualTo(409);
        assertThat(choose("unbekannt", "1").statusCode()).isEqualTo(422);
    }

    @Test
    void renamesALevelAndKeepsTheContent() throws Exception {
        choose("boeblingen", "0");
        var fields = new HashMap<>(Map.of("version", "1", "singular-0-other", "Säule", "plural-0-other", "Säulen"));
        assertThat(send("", fields).statusCode()).isEqualTo(303);
        assertThat(platform.page(base, cookie).body()).contains("Säule hinzufügen", "Niemand wartet lange");
        fields.put("version", "2");
        fields.put("plural-1-other", " ");
        fields.put("texts-1-other", "x".repeat(61));
        var wrong = send("", fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-plural-1-other\"", "href=\"#f-texts-1-other\"", "value=\"Säule\"");
        fields.put("plural-1-other", "Teile");
        fields.put("texts-1-other", "Lage");
        fields.put("version", "1");
        var stale = send("", fields);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("inzwischen geändert", "value=\"Teile\"");
    }

    @Test
    void addsAndTakesAwayLevels() throws Exception {
        choose("boeblingen", "0");
        var level =
                Map.of("version", "1", "place", "below-2", "part", "sub_goal", "singular", "Teil", "plural", "Teile");
        assertThat(send("/ebenen", level).statusCode()).isEqualTo(303);
        assertThat(platform.page(base + "/abschnitte/" + below, cookie).body()).contains("Teil hinzufügen");
        var twice = new HashMap<>(level);
        twice.put("version", "2");
        var refused = send("/ebenen", twice);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("zwei bis fünf Ebenen", "value=\"Teile\"");
        assertThat(send("/ebenen/entfernen", Map.of("version", "2", "name", "2-goal"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(base + "/abschnitte/" + below, cookie).body())
                .contains("Niemand wartet lange")
                .doesNotContain("Ziel hinzufügen");
        assertThat(send("/ebenen/entfernen", Map.of("version", "3", "name", "7-x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void proposesTheNextNumberAndTheKindOfTheLevel() throws Exception {
        choose("boeblingen", "0");
        assertThat(platform.page(base + "/neu/abschnitte?fassung=" + version, cookie)
                        .body())
                .contains("Kapitel hinzufügen", "name=\"number\" type=\"text\" value=\"1\"", "value=\"other\"");
        String add = base + "/neu/ziele?abschnitt=" + below;
        assertThat(platform.page(add, cookie).body()).contains("Ziel hinzufügen", "value=\"1\"");
        var fields = Map.of("abschnitt", below.toString(), "kind", "goal", "number", "4", "text", "Alle finden Rat");
        assertThat(platform.form(add, base + "/neu/ziele", cookie, fields).statusCode())
                .isEqualTo(303);
        assertThat(platform.page(add, cookie).body()).contains("name=\"number\" type=\"text\" value=\"5\"");
        String page = platform.page(base + "/abschnitte/" + below, cookie).body();
        int from = page.lastIndexOf("/konzept/neu/massnahmen?abschnitt=" + below + "&amp;ziel=");
        String link = page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
        assertThat(platform.page("/" + county.slug() + link, cookie).body())
                .contains("Maßnahme hinzufügen", "name=\"number\" type=\"text\" value=\"4a\"");
        String text = "/neu/texte?abschnitt=" + chapter + "&name=Ist-Situation";
        assertThat(platform.page(base + text, cookie).body()).contains("value=\"Ist-Situation\"");
    }

    @Test
    void callsEverythingByTheNamesOfTheCounty() throws Exception {
        choose("framework", "0");
        assertThat(platform.page(base, cookie).body()).contains("Alle Zielvereinbarungen", "Handlungsfeld hinzufügen");
        assertThat(platform.page(base + "/abschnitte/" + below, cookie).body())
                .contains("Leitlinie hinzufügen", "Zielvereinbarung hinzufügen", "Leitlinien")
                .doesNotContain("Maßnahme hinzufügen");
        assertThat(platform.page(base + "/massnahmen?version=" + version, cookie)
                        .body())
                .contains("Alle Zielvereinbarungen");
        assertThat(platform.page(base + "/pruefung?version=" + version, cookie).body())
                .contains("Leitlinie ohne Zielvereinbarung", "Leitlinie ohne Zahl");
        assertThat(platform.page(base + "/auswertung?version=" + version, cookie)
                        .body())
                .contains("Leitlinien", "Zielvereinbarungen");
        assertThat(platform.page("/" + county.slug() + "/ampel", cookie).body())
                .contains("Leitlinien", "Zielvereinbarungen");
    }

    @Test
    void checksOnlyTheRulesThatAreOn() throws Exception {
        String checks = "/api/v1/" + county.slug() + "/versions/" + version + "/checks?kind=goal_without_measure";
        String lead = platform.token(county, Roles.LEAD);
        assertThat(json(platform.get(checks, lead))).hasSize(1);
        choose("framework", "0");
        assertThat(json(platform.get(checks, lead))).isEmpty();
        choose("boeblingen", "1");
        assertThat(json(platform.get(checks, lead))).hasSize(1);
    }

    @Test
    void takesAWholeProfileByRestFromTheLeadOnly() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        assertThat(json(platform.get("/api/v1/" + county.slug() + "/profiles", lead)))
                .hasSize(3);
        assertThat(put(lead, TWO, "\"0\"").statusCode()).isEqualTo(200);
        JsonNode profile = json(platform.get(profile(), lead));
        assertThat(profile.at("/levels/0/names/0/plural").asText()).isEqualTo("Säulen");
        assertThat(profile.at("/levels/0/names/0/texts/0").asText()).isEqualTo("Lage");
        assertThat(profile.get("template").asText()).isEqualTo("own");
        assertThat(profile.get("rules")).hasSize(1);
        assertThat(put(lead, TWO, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(put(lead, "{\"levels\":[],\"rules\":[]}", "\"1\"").statusCode())
                .isEqualTo(422);
        assertThat(put(lead, TWO.replace("plain", "roman"), "\"1\"").statusCode())
                .isEqualTo(422);
        assertThat(put(lead, TWO.replace("Säulen", "S\\u0000"), "\"1\"").statusCode())
                .isEqualTo(400);
        assertThat(put(platform.token(county, Roles.EDITOR), TWO, "\"1\"").statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsTheNamesAVersionWasAdoptedWith() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        choose("boeblingen", "0");
        adopt(lead);
        assertThat(put(lead, TWO, "\"1\"").statusCode()).isEqualTo(409);
        assertThat(choose("konstanz", "1").statusCode()).isEqualTo(409);
        String path = "/api/v1/" + county.slug() + "/versions/" + version + "/revisions";
        var revised = platform.post(path, lead, "{\"label\":\"2.0\",\"relation\":\"successor\"}");
        assertThat(revised.statusCode()).isEqualTo(201);
        String draft = new ObjectMapper().readTree(revised.body()).get("id").asText();
        String profile = "/api/v1/" + county.slug() + "/versions/" + draft + "/profile";
        assertThat(json(platform.get(profile, lead)).get("template").asText()).isEqualTo("boeblingen");
        assertThat(put(profile, lead, TWO, "\"1\"").statusCode()).isEqualTo(200);
        assertThat(platform.page(base + "?version=" + version, cookie).body()).contains("Unterkapitel");
        assertThat(platform.page(base + "?version=" + draft, cookie).body())
                .contains("Säule")
                .doesNotContain("Unterkapitel");
    }

    private void adopt(String lead) throws Exception {
        String path = "/api/v1/" + county.slug() + "/versions/" + version + "/steps";
        var answer = platform.send(platform.request(path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .POST(BodyPublishers.ofString(
                        "{\"state\":\"adopted\",\"decidedOn\":\"2026-03-01\",\"decidedBy\":\"Kreistag\"}")));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> choose(String template, String shown) throws Exception {
        return send("/vorlage", Map.of("template", template, "version", shown));
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        return platform.form(base, page + path, cookie, fields);
    }

    private String profile() {
        return "/api/v1/" + county.slug() + "/versions/" + version + "/profile";
    }

    private HttpResponse<String> put(String token, String body, String tag) throws Exception {
        return put(profile(), token, body, tag);
    }

    private HttpResponse<String> put(String path, String token, String body, String tag) throws Exception {
        return platform.send(platform.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
