package de.kreiskonzept.platform.concept.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four questions as a person and as a program ask them, and as a file. */
@ExtendWith(PlatformUnderTest.Given.class)
class QuestionsIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID course;
    private String version;

    QuestionsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptOfThreeChapters() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            var language = concept.section(null, "other", "Sprache");
            var adults = concept.section(language, "other", "Erwachsene");
            concept.section(language, "other", "Kinder");
            var work = concept.section(null, "other", "Arbeit");
            concept.section(null, "other", "Wohnen");
            course = concept.measure(adults, "Kurse am Abend", "grey", true);
            concept.measure(work, "Praktika", "grey", true);
            concept.measure(work, "Lotsen", "grey", true);
            version = concept.version().toString();
        }
    }

    @Test
    void answersForTheTopSectionsWithAllBelow() throws Exception {
        assertThat(names("focus", "")).containsExactly("Arbeit", "Sprache", "Wohnen");
        assertThat(names("gaps", "")).containsExactly("Wohnen");
        assertThat(names("bodies", "")).containsExactlyInAnyOrder("Sprache", "Arbeit");
    }

    @Test
    void answersForEverySectionThatHoldsSomething() throws Exception {
        assertThat(names("focus", "?level=every")).containsExactly("Arbeit", "Erwachsene", "Kinder", "Wohnen");
        assertThat(names("gaps", "?level=every")).containsExactly("Kinder", "Wohnen");
    }

    @Test
    void bringsASectionToTheTopWhenAMeasureIsAssessed() throws Exception {
        String lead = platform.token(county, Roles.LEAD);
        String measure = "/api/v1/" + county.slug() + "/measures/" + course;
        String tag = platform.get(measure, lead).headers().firstValue("ETag").orElseThrow();
        var assessed = platform.send(platform.request(measure + "/assessments")
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"light\":\"yellow\",\"justification\":\"Läuft an\"}")));
        assertThat(assessed.statusCode()).isEqualTo(201);
        JsonNode moved = json(api("/questions/movement"));
        assertThat(moved.at("/0/name").asText()).isEqualTo("Sprache");
        assertThat(moved.get(0).hasNonNull("assessedAt")).isTrue();
        assertThat(moved.get(1).hasNonNull("assessedAt")).isFalse();
        assertThat(page("?frage=bewegung")).contains("Bewertung", "Änderung");
    }

    @Test
    void takesTheAnswersAlong() throws Exception {
        assertThat(page("?frage=luecken&ebene=alle"))
                .contains("auswertung.csv?version=" + version + "&frage=luecken&ebene=alle", "Kinder", "Wohnen")
                .doesNotContain(">Arbeit<");
        var file = file("/" + county.slug() + "/auswertung.csv?frage=luecken&ebene=alle");
        assertThat(file.body().lines()).hasSize(3);
        var bodies = file("/" + county.slug() + "/auswertung.csv?frage=beteiligte");
        assertThat(bodies.body()).contains("Arbeit;0;2;1;Amt für Migration");
        var sheet = file("/" + county.slug() + "/auswertung.xlsx?frage=bewegung");
        assertThat(sheet.statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoOtherQuestionAndNoOtherVersion() throws Exception {
        assertThat(api("/questions/sense").statusCode()).isEqualTo(404);
        version = UUID.randomUUID().toString();
        assertThat(api("/questions/focus").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> file(String path) throws Exception {
        return platform.send(platform.request(path).header("Cookie", platform.cookie(county, Roles.READER)));
    }

    private String page(String query) throws Exception {
        return platform.page("/" + county.slug() + "/konzept/auswertung" + query, platform.cookie(county, Roles.READER))
                .body()
                .replace("&amp;", "&");
    }

    private List<String> names(String question, String query) throws Exception {
        return StreamSupport.stream(json(api("/questions/" + question + query)).spliterator(), false)
                .map(one -> one.get("name").asText())
                .toList();
    }

    private HttpResponse<String> api(String path) throws Exception {
        return platform.get(
                "/api/v1/" + county.slug() + "/versions/" + version + path, platform.token(county, Roles.READER));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
