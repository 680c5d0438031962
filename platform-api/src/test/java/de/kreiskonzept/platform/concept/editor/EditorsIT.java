package de.kreiskonzept.platform.concept.editor;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class EditorsIT {
    private static final String LIGHT = "{\"light\":\"green\",\"justification\":\"Fertig\"}";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String editor;
    private String account;
    private UUID section;
    private UUID below;
    private UUID other;
    private UUID measure;
    private UUID elsewhere;

    EditorsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithAnEditor() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            section = sample.section(null, "field_of_action", "Sprache");
            below = sample.section(section, "other", "Kurse");
            other = sample.section(null, "field_of_action", "Arbeit");
            measure = sample.measure(below, "Abendkurs", "grey", true);
            elsewhere = sample.measure(other, "Praktikum", "grey", true);
        }
        editor = platform.token(county, Roles.EDITOR);
        var candidates = platform.in(county, () -> platform.bean(Editors.class).list(Part.SECTION, section));
        account = candidates.getFirst().account().toString();
    }

    @Test
    void readsEverythingAndChangesNothingWithoutAnAssignment() throws Exception {
        assertThat(platform.get(api("/sections/" + section), editor).statusCode())
                .isEqualTo(200);
        assertThat(page("/konzept/abschnitte/" + below).body())
                .contains("Abendkurs")
                .doesNotContain("Ziel hinzufügen");
        refused(goal(below));
        refused(change(measure));
        refused(light(measure));
        refused(delete(measure));
        var form = page("/konzept/massnahmen/" + measure + "/bearbeiten");
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains("nicht zur Bearbeitung zugewiesen");
        assertThat(page("/massnahmen/" + measure + "/ampel").body()).doesNotContain("Bewertung speichern");
    }

    @Test
    void changesTheAssignedSectionAndWhatIsBelowIt() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        assertThat(put("/sections/" + section + "/editors/" + account, lead).statusCode())
                .isEqualTo(204);
        assertThat(platform.get(api("/sections/" + section + "/editors"), lead).body())
                .contains(account);
        assertThat(goal(below).statusCode()).isEqualTo(201);
        assertThat(change(measure).statusCode()).isEqualTo(200);
        assertThat(light(measure).statusCode()).isEqualTo(201);
        assertThat(page("/konzept/abschnitte/" + below).body()).contains("Ziel hinzufügen");
        refused(goal(other));
        refused(change(elsewhere));
        refused(light(elsewhere));
        refused(structure());
    }

    @Test
    void changesTheAssignedMeasureAndNothingElse() throws Exception {
        String admin = platform.cookie(county, Roles.ADMIN);
        String shown = "/" + county.slug() + "/konzept/massnahmen/" + measure;
        assertThat(platform.form(shown, shown + "/bearbeitung", admin, Map.of("konto", account))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(shown, admin).body()).contains("Prüfperson editor");
        assertThat(change(measure).statusCode()).isEqualTo(200);
        assertThat(light(measure).statusCode()).isEqualTo(201);
        refused(delete(measure));
        refused(goal(below));
        platform.form(shown, shown + "/bearbeitung", admin, Map.of());
        refused(change(measure));
    }

    @Test
    void isAssignedByAdminAndLeadOnlyAndOnlyToEditors() throws Exception {
        for (String role : Roles.list()) {
            boolean may = role.equals(Roles.ADMIN) || role.equals(Roles.LEAD);
            assertThat(put("/measures/" + measure + "/editors/" + account, platform.token(county, role))
                            .statusCode())
                    .isEqualTo(may ? 204 : 403);
        }
        String lead = platform.token(county, Roles.LEAD);
        assertThat(put("/measures/" + measure + "/editors/" + UUID.randomUUID(), lead)
                        .statusCode())
                .isEqualTo(404);
        assertThat(put("/measures/" + UUID.randomUUID() + "/editors/" + account, lead)
                        .statusCode())
                .isEqualTo(404);
        String trail = platform.get(api("/protokoll"), platform.token(county, Roles.ADMIN))
                .body();
        assertThat(trail).contains("measure.assigned", account).doesNotContain("Abendkurs");
    }

    private void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body())
                .containsAnyOf("nicht zur Bearbeitung zugewiesen", "forbidden", "Berechtigung", "darf");
    }

    private HttpResponse<String> goal(UUID place) throws Exception {
        return platform.post(
                api("/goals"), editor, "{\"sectionId\":\"%s\",\"kind\":\"goal\",\"text\":\"Neu\"}".formatted(place));
    }

    private HttpResponse<String> structure() throws Exception {
        return platform.post(
                api("/sections"),
                editor,
                "{\"parentId\":\"%s\",\"kind\":\"other\",\"name\":\"Neu\"}".formatted(section));
    }

    private HttpResponse<String> change(UUID id) throws Exception {
        return send("PUT", "/measures/" + id, "{\"text\":\"Anders\"}");
    }

    private HttpResponse<String> light(UUID id) throws Exception {
        return send("POST", "/measures/" + id + "/assessments", LIGHT, "/measures/" + id);
    }

    private HttpResponse<String> delete(UUID id) throws Exception {
        return send("DELETE", "/measures/" + id, "");
    }

    private HttpResponse<String> send(String method, String path, String json) throws Exception {
        return send(method, path, json, path);
    }

    private HttpResponse<String> send(String method, String path, String json, String versioned) throws Exception {
        var read = platform.get(api(versioned), editor);
        var found = Pattern.compile("\"version\":(\\d+)").matcher(read.body());
        assertThat(found.find()).as(read.body()).isTrue();
        return platform.send(platform.request(api(path))
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + found.group(1) + "\"")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> put(String path, String token) throws Exception {
        return platform.send(platform.request(api(path))
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> page(String path) throws Exception {
        return platform.page("/" + county.slug() + path, "kk_session=" + editor);
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + path;
    }
}
