package de.kreiskonzept.platform.concept.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person says that two in the same words are no double, on the page and by REST. */
@ExtendWith(PlatformUnderTest.Given.class)
class NotDoubleIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID doubled;
    private String version;
    private String path;

    NotDoubleIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aDouble() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID language = concept.section(null, "field_of_action", "Sprache");
            UUID work = concept.section(null, "field_of_action", "Arbeit");
            UUID goal = concept.goal(language, null, "sub_goal", "Bis 2028 gibt es 12 Kurse");
            concept.measure(language, "Kurse am Abend", "green", true, goal);
            doubled = concept.measure(work, "KURSE, am Abend.", "grey", true);
            version = concept.version().toString();
        }
        path = "/versions/" + version + "/checks/doubled_measure/" + doubled + "/not-double";
    }

    @Test
    void leavesItOutWithWhoAndWhenUntilATextChanges() throws Exception {
        assertThat(checks("")).hasSize(1);
        JsonNode settled = json(request(path, Roles.LEAD).PUT(BodyPublishers.noBody()), 200);
        assertThat(settled.get("settledBy").asText()).isNotEmpty();
        assertThat(settled.get("settledAt").asText()).startsWith("20");
        assertThat(checks("")).isEmpty();
        assertThat(checks("&settled=true")).hasSize(1);

        var measure = platform.get(api("/measures/" + doubled), platform.token(county, Roles.LEAD));
        json(
                request("/measures/" + doubled, Roles.LEAD)
                        .header("If-Match", measure.headers().firstValue("ETag").orElseThrow())
                        .PUT(BodyPublishers.ofString("{\"text\":\"Kurse am Abend!\"}")),
                200);

        assertThat(checks("")).as("comes back when a text changes").hasSize(1);
        assertThat(checks("&settled=true")).isEmpty();
    }

    @Test
    void holdsInTheRevisionToo() throws Exception {
        json(request(path, Roles.LEAD).PUT(BodyPublishers.noBody()), 200);
        var read = platform.get(api("/versions/" + version), platform.token(county, Roles.LEAD));
        var adopted = request("/versions/" + version + "/steps", Roles.LEAD)
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
                .POST(BodyPublishers.ofString(
                        "{\"state\":\"adopted\",\"decidedOn\":\"2026-03-14\",\"decidedBy\":\"Kreistag\"}"));
        json(adopted, 201);
        String begin = "{\"label\":\"Fortschreibung\",\"relation\":\"successor\"}";
        JsonNode revised = json(
                request("/versions/" + version + "/revisions", Roles.LEAD).POST(BodyPublishers.ofString(begin)), 201);

        version = revised.get("id").asText();
        assertThat(checks("")).isEmpty();
        assertThat(checks("&settled=true")).hasSize(1);
    }

    @Test
    void bringsItBackWhereAPersonSaysSo() throws Exception {
        json(request(path, Roles.LEAD).PUT(BodyPublishers.noBody()), 200);
        assertThat(platform.send(request(path, Roles.LEAD).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(checks("")).hasSize(1);
        assertThat(platform.send(request(path, Roles.LEAD).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isForTheLeadAndForDoublesOnly() throws Exception {
        for (String role : new String[] {Roles.EDITOR, Roles.MEMBER, Roles.READER}) {
            assertThat(platform.send(request(path, role).PUT(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(403);
        }
        for (String other : new String[] {"doubled_goal", "no_figure", "unsinn"}) {
            var answer = platform.send(
                    request(path.replace("doubled_measure", other), Roles.LEAD).PUT(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(other).isEqualTo(404);
        }
        Workspace foreign = platform.county();
        var answer = platform.send(platform.request("/api/v1/" + foreign.slug() + path)
                .header("Authorization", "Bearer " + platform.token(foreign, Roles.LEAD))
                .PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(checks("")).hasSize(1);
    }

    @Test
    void isSaidOnThePage() throws Exception {
        String page = "/" + county.slug() + "/konzept/pruefung";
        String lead = platform.cookie(county, Roles.LEAD);
        var fields = Map.of(
                "version",
                version,
                "doppel",
                "doubled_measure",
                "stelle",
                doubled.toString(),
                "art",
                "massnahme-doppelt");
        assertThat(platform.page(page, platform.cookie(county, Roles.READER)).body())
                .contains("KURSE, am Abend.")
                .doesNotContain("Kein Doppel");
        assertThat(platform.page(page, lead).body()).contains("Kein Doppel: KURSE, am Abend.");

        var done = platform.form(page, page + "/kein-doppel", lead, fields);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow()).contains("art=massnahme-doppelt");
        assertThat(platform.page(page, lead).body())
                .contains("Als kein Doppel bestätigt (1)")
                .doesNotContain("KURSE, am Abend.</a>");
        assertThat(platform.page(page + "?art=kein-doppel", lead).body())
                .contains("KURSE, am Abend.</a>", "Kein Doppel, sagt ", "Doch ein Doppel: KURSE, am Abend.");
        platform.form(page + "?art=kein-doppel", page + "/doch-doppel", lead, fields);
        assertThat(checks("")).hasSize(1);
        var wrong = platform.form(page, page + "/kein-doppel", lead, Map.of("version", version, "stelle", "nichts"));
        assertThat(wrong.statusCode()).isEqualTo(404);
    }

    private JsonNode checks(String query) throws Exception {
        return json(
                request("/versions/" + version + "/checks?kind=doubled_measure" + query, Roles.READER)
                        .GET(),
                200);
    }

    private HttpRequest.Builder request(String to, String role) throws Exception {
        return platform.request(api(to))
                .header("Authorization", "Bearer " + platform.token(county, role))
                .header("Content-Type", "application/json");
    }

    private String api(String to) {
        return "/api/v1/" + county.slug() + to;
    }

    private JsonNode json(HttpRequest.Builder request, int status) throws Exception {
        var answer = platform.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }
}
