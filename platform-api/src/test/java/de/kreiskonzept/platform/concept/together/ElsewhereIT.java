package de.kreiskonzept.platform.concept.together;

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

/** What lay in a section that is deleted, too, comes back in another one. */
@ExtendWith(PlatformUnderTest.Given.class)
class ElsewhereIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private UUID gone;
    private UUID there;
    private UUID below;
    private UUID goal;
    private UUID measure;

    ElsewhereIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            gone = sample.section(null, "field_of_action", "Sprache");
            below = sample.section(gone, "other", "Erwachsene");
            there = sample.section(null, "field_of_action", "Bildung");
            goal = sample.goal(gone, null, "sub_goal", "Mehr Kurse");
            UUID sub = sample.goal(gone, goal, "sub_goal", "Kurse am Abend");
            measure = sample.measure(gone, "Ein Kurs am Montag", "green", true, sub);
        }
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void aGoalBringsAlongWhatWasDeletedWithIt() throws Exception {
        delete("goals/" + goal);
        delete("sections/" + gone);
        assertThat(elsewhere(goal, there).statusCode()).isEqualTo(204);
        assertThat(read("goals/" + goal).at("/sectionId").asText()).isEqualTo(there.toString());
        assertThat(read("measures/" + measure).at("/sectionId").asText()).isEqualTo(there.toString());
        assertThat(read("sections/" + there + "/goals")).hasSize(2);
        assertThat(read("bin")).hasSize(1);
        assertThat(elsewhere(goal, there).statusCode()).isEqualTo(404);
    }

    @Test
    void aMeasureNoLongerServesTheGoalsThatStayInTheBin() throws Exception {
        delete("measures/" + measure);
        delete("goals/" + goal);
        assertThat(elsewhere(measure, there).statusCode()).isEqualTo(204);
        assertThat(read("measures/" + measure).at("/goalIds")).isEmpty();
    }

    @Test
    void aSectionMayStandAtTheTop() throws Exception {
        delete("sections/" + below);
        delete("sections/" + gone);
        assertThat(elsewhere(below, null).statusCode()).isEqualTo(204);
        assertThat(read("sections/" + below).at("/name").asText()).isEqualTo("Erwachsene");
    }

    @Test
    void isOfferedInTheBinOnlyWhereTheOldPlaceIsGone() throws Exception {
        String bin = "/" + county.slug() + "/konzept/papierkorb";
        String page = bin + "/" + goal + "/stelle";
        String cookie = platform.cookie(county, Roles.LEAD);
        delete("goals/" + goal);
        assertThat(platform.page(bin, cookie).body()).doesNotContain(page);
        assertThat(elsewhere(goal, there).statusCode()).isEqualTo(404);
        delete("sections/" + gone);
        assertThat(platform.page(bin, cookie).body()).contains(page);
        assertThat(platform.page(page, cookie).body())
                .contains("Mehr Kurse", "Bildung")
                .doesNotContain("Oberste Ebene", "Erwachsene");
        var wrong = platform.form(page, page, cookie, Map.of("place", "konzept"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-place\"");
        var done = platform.form(page, page, cookie, Map.of("place", there.toString()));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(platform.page("/" + county.slug() + "/konzept/abschnitte/" + there, cookie)
                        .body())
                .contains("Mehr Kurse", "Kurse am Abend", "Ein Kurs am Montag");
    }

    @Test
    void goesOnlyToPlacesOfTheSameVersionAndPerson() throws Exception {
        delete("goals/" + goal);
        delete("sections/" + gone);
        assertThat(elsewhere(goal, gone).statusCode()).isEqualTo(404);
        assertThat(elsewhere(goal, null).statusCode()).isEqualTo(404);
        assertThat(elsewhere(goal, UUID.randomUUID()).statusCode()).isEqualTo(404);
        lead = platform.token(county, Roles.EDITOR);
        assertThat(elsewhere(goal, there).statusCode()).isEqualTo(404);
        Workspace other = platform.county();
        assertThat(platform.page(
                                "/" + other.slug() + "/konzept/papierkorb/" + goal + "/stelle",
                                platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> elsewhere(UUID id, @org.jspecify.annotations.Nullable UUID section) throws Exception {
        String body = section == null ? "{}" : "{\"sectionId\":\"" + section + "\"}";
        return platform.send(platform.request("/api/v1/" + county.slug() + "/bin/" + id + "/restore-elsewhere")
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void delete(String path) throws Exception {
        String address = "/api/v1/" + county.slug() + "/" + path;
        String tag = platform.get(address, lead).headers().firstValue("ETag").orElseThrow();
        var answer = platform.send(platform.request(address)
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", tag)
                .DELETE());
        assertThat(answer.statusCode()).as(path).isEqualTo(204);
    }

    private JsonNode read(String path) throws Exception {
        var answer = platform.get("/api/v1/" + county.slug() + "/" + path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
