package de.kreiskonzept.platform.concept;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ConceptApiIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    ConceptApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        base = "/api/v1/" + county.slug();
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void createsReadsChangesDeletesAndRestoresEveryKind() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\",\"statedMeasures\":2}");
        String section = create("/sections", section(version, "Sprache"));
        String goal =
                create("/goals", "{\"sectionId\":\"%s\",\"kind\":\"sub_goal\",\"text\":\"Kurse\"}".formatted(section));
        String measure = create(
                "/measures",
                "{\"sectionId\":\"%s\",\"text\":\"Abendkurs\",\"goalIds\":[\"%s\"]}".formatted(section, goal));
        String text = create("/texts", "{\"sectionId\":\"%s\",\"name\":\"These\",\"text\":\"So\"}".formatted(section));
        assertThat(get("/measures/" + measure).body()).contains("\"light\":\"grey\"", goal, "\"counted\":true");
        assertThat(get("/versions/" + version).body())
                .contains("\"goals\":1", "\"measures\":1", "\"statedMeasures\":2");
        round("/versions/" + version, "{\"title\":\"Konzept\",\"label\":\"1.1\"}", false);
        round("/sections/" + section, "{\"kind\":\"other\",\"name\":\"Sprachen\"}", true);
        round("/goals/" + goal, "{\"kind\":\"goal\",\"text\":\"Mehr Kurse\"}", true);
        round("/measures/" + measure, "{\"text\":\"Abendkurse\",\"goalIds\":[\"%s\"]}".formatted(goal), true);
        round("/texts/" + text, "{\"text\":\"Anders\"}", true);
        assertThat(get("/versions/" + version + "/measures?q=abend&light=grey&counted=true")
                        .body())
                .contains("Abendkurse");
        assertThat(get("/versions/" + version + "/sections").body()).contains("Sprachen");
        assertThat(get("/sections/" + section + "/goals").body()).contains("Mehr Kurse");
        assertThat(get("/versions/" + version + "/texts").body()).contains("Anders");
        assertThat(get("/versions").headers().firstValue("Link")).isPresent();
    }

    @Test
    void movesANode() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        create("/sections", section(version, "A"));
        String second = create("/sections", section(version, "B"));
        assertThat(post("/sections/" + second + "/move", "{\"direction\":\"up\"}")
                        .statusCode())
                .isEqualTo(204);
        String sections = get("/versions/" + version + "/sections").body();
        assertThat(sections.indexOf("\"B\"")).isLessThan(sections.indexOf("\"A\""));
        assertThat(post("/sections/" + second + "/move", "{\"direction\":\"sideways\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesBadInputWithAProblemAndStoresNothing() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        refused("/sections", "{}", 422);
        refused("/versions", "{}", 422);
        refused("/goals", "{}", 422);
        refused("/measures", "{}", 422);
        refused("/texts", "{}", 422);
        refused("/sections", "kein JSON", 400);
        refused("/sections", section(version, "A").replace("}", ",\"unbekannt\":1}"), 400);
        refused("/sections", section(version, "A").replace("}", ",\"statedGoals\":\"viele\"}"), 400);
        refused("/sections", section(version, "A").replace("}", ",\"statedGoals\":-1}"), 422);
        refused("/sections", section(version, " "), 422);
        refused("/sections", section(version, "x".repeat(301)), 422);
        refused("/sections", section(version, "a\\u0000b"), 400);
        refused("/sections", section(version, "A").replace("field_of_action", "feld"), 422);
        refused("/sections", section(UUID.randomUUID().toString(), "A"), 404);
        assertThat(get("/versions/" + version + "/sections").body()).isEqualTo("[]");
    }

    @Test
    void letsOnlyTheRightRolesChange() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        String section = create("/sections", section(version, "Sprache"));
        String goal = "{\"sectionId\":\"%s\",\"kind\":\"goal\",\"text\":\"Kurse\"}".formatted(section);
        for (String role : Roles.list()) {
            String token = platform.token(county, role);
            boolean lead = role.equals(Roles.LEAD);
            // An editor to whom nothing is assigned changes nothing.
            assertThat(platform.get(base + "/versions", token).statusCode()).isEqualTo(200);
            assertThat(platform.post(base + "/sections", token, section(version, role))
                            .statusCode())
                    .isEqualTo(lead ? 201 : 403);
            assertThat(platform.post(base + "/goals", token, goal).statusCode()).isEqualTo(lead ? 201 : 403);
        }
        assertThat(platform.send(platform.request(base + "/versions")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsNothingOfAnotherCounty() throws Exception {
        String version = create("/versions", "{\"title\":\"Geheim\",\"label\":\"1.0\"}");
        Workspace other = platform.county();
        String token = platform.token(other, Roles.LEAD);
        String there = "/api/v1/" + other.slug() + "/versions/" + version;
        assertThat(platform.get(there, token).statusCode()).isEqualTo(404);
        assertThat(platform.get(base + "/versions/" + version, token).statusCode())
                .isIn(401, 404);
    }

    @Test
    void deletesADraftAndTakesItBack() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        String section = create("/sections", section(version, "Sprache"));
        assertThat(send("DELETE", "/versions/" + version, "", null).statusCode())
                .isEqualTo(428);
        assertThat(send("DELETE", "/versions/" + version, "", "\"7\"").statusCode())
                .isEqualTo(412);
        assertThat(send("DELETE", "/versions/" + version, "", tag(get("/versions/" + version)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/versions").body()).isEqualTo("[]");
        for (String path : List.of("/versions/" + version, "/versions/" + version + "/texts", "/sections/" + section)) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(platform.page("/" + county.slug() + "/konzept", platform.cookie(county, Roles.LEAD))
                        .body())
                .contains("Noch kein Konzept");
        assertThat(post("/versions/" + version + "/restore", "").statusCode()).isEqualTo(200);
        assertThat(get("/sections/" + section).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAVersionThatIsNoDraft() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        try (var connection = TestServer.admin();
                var update = connection.createStatement()) {
            update.execute("SET ROLE kk_owner");
            update.executeUpdate("INSERT INTO " + county.schema() + ".concept_version_step"
                    + " SELECT id, 1, 'preliminary', NULL, '', '', NULL, 'Probe', now(), now(), 0 FROM "
                    + county.schema() + ".concept_version");
        }
        var refused = send("DELETE", "/versions/" + version, "", tag(get("/versions/" + version)));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("kein Entwurf");
        assertThat(get("/versions/" + version).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoListBelowAMissingParent() throws Exception {
        String nothing = UUID.randomUUID().toString();
        for (String path : List.of(
                "/versions/%s/sections",
                "/versions/%s/texts",
                "/versions/%s/measures",
                "/sections/%s/goals",
                "/sections/%s/editors",
                "/measures/%s/editors",
                "/measures/%s/assessments")) {
            assertThat(get(path.formatted(nothing)).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void recordsWhoDidWhatWithoutTheWordsOfTheCounty() throws Exception {
        String version = create("/versions", "{\"title\":\"Konzept\",\"label\":\"1.0\"}");
        String section = create("/sections", section(version, "Vertrauliches Feld"));
        send(
                "PUT",
                "/sections/" + section,
                "{\"kind\":\"other\",\"name\":\"Anders\"}",
                tag(get("/sections/" + section)));
        post("/sections/" + section + "/move", "{\"direction\":\"up\"}");
        send("DELETE", "/sections/" + section, "", tag(get("/sections/" + section)));
        post("/sections/" + section + "/restore", "");
        String trail = platform.get(base + "/protokoll", platform.token(county, Roles.ADMIN))
                .body();
        assertThat(trail)
                .contains(
                        "version.created", "section.created", "section.changed", "section.deleted", "section.restored")
                .contains(section, version, "Prüfperson lead")
                .doesNotContain("Vertrauliches Feld", "Anders");
    }

    private static String section(String version, String name) {
        return "{\"versionId\":\"%s\",\"kind\":\"field_of_action\",\"name\":\"%s\"}".formatted(version, name);
    }

    private void round(String path, String json, boolean deletes) throws Exception {
        String read = tag(get(path));
        assertThat(send("PUT", path, json, null).statusCode()).isEqualTo(428);
        assertThat(send("PUT", path, json, "\"99\"").statusCode()).isEqualTo(412);
        var changed = send("PUT", path, json, read);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(tag(changed)).isEqualTo(tag(get(path))).isNotEqualTo(read);
        assertThat(send("PUT", path, json, read).statusCode()).isEqualTo(412);
        if (deletes) {
            assertThat(send("DELETE", path, "", tag(changed)).statusCode()).isEqualTo(204);
            assertThat(get(path).statusCode()).isEqualTo(404);
            assertThat(post(path + "/restore", "").statusCode()).isEqualTo(200);
            assertThat(get(path).statusCode()).isEqualTo(200);
        }
    }

    private void refused(String path, String json, int status) throws Exception {
        var answer = post(path, json);
        assertThat(answer.statusCode()).as(json + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "concept_section", county.schema());
    }

    private String create(String path, String json) throws Exception {
        var answer = post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return platform.get(base + path, lead);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return platform.post(base + path, lead, json);
    }

    private HttpResponse<String> send(String method, String path, String json, String version) throws Exception {
        var request = platform.request(base + path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        return platform.send(version == null ? request : request.header("If-Match", version));
    }
}
