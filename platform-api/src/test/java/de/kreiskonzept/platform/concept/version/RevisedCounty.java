package de.kreiskonzept.platform.concept.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

/**
 * A county with an adopted version of two goals and a draft of the next one that keeps the first and drops the second.
 *
 * @param lead token of the lead
 * @param kept goal of the adopted version that lives on
 * @param dropped goal of the adopted version that does not
 */
record RevisedCounty(
        PlatformUnderTest platform, Workspace county, String lead, UUID kept, UUID dropped, String base, String draft) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DROPPED = "Ein Kurs in jeder Gemeinde";

    static RevisedCounty on(PlatformUnderTest platform) throws Exception {
        Workspace county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            UUID kept = concept.goal(section, null, "sub_goal", "Mehr Kurse am Abend");
            UUID dropped = concept.goal(section, null, "sub_goal", DROPPED);
            concept.indicator(kept, "Teilnehmende");
            concept.indicator(dropped, "Gemeinden mit Kurs");
            concept.figure(section, "Zugezogene");
            String base = concept.version().toString();
            String lead = platform.token(county, Roles.LEAD);
            var before = new RevisedCounty(platform, county, lead, kept, dropped, base, "");
            var revised = new RevisedCounty(platform, county, lead, kept, dropped, base, before.revise(base));
            revised.drop();
            return revised;
        }
    }

    /** Adopts a version and begins its revision; gives the id of that. */
    String revise(String version) throws Exception {
        String path = "/api/v1/" + county.slug() + "/versions/" + version;
        String tag = platform.get(path, lead).headers().firstValue("ETag").orElseThrow();
        post(path + "/steps", "{\"state\":\"adopted\",\"decidedOn\":\"2026-03-14\",\"decidedBy\":\"Kreistag\"}", tag);
        var begun = post(path + "/revisions", "{\"label\":\"Fortschreibung\",\"relation\":\"successor\"}", "\"0\"");
        return JSON.readTree(begun.body()).at("/id").asText();
    }

    private void drop() throws Exception {
        String api = "/api/v1/" + county.slug();
        String section = JSON.readTree(platform.get(api + "/versions/" + draft + "/sections", lead)
                        .body())
                .at("/0/id")
                .asText();
        for (JsonNode goal : JSON.readTree(
                platform.get(api + "/sections/" + section + "/goals", lead).body())) {
            if (goal.at("/text").asText().equals(DROPPED)) {
                var request = platform.request(api + "/goals/" + goal.at("/id").asText())
                        .header("Authorization", "Bearer " + lead)
                        .header("If-Match", "\"0\"")
                        .DELETE();
                assertThat(platform.send(request).statusCode()).isEqualTo(204);
            }
        }
    }

    private HttpResponse<String> post(String path, String body, String tag) throws Exception {
        var answer = platform.send(platform.request(path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
