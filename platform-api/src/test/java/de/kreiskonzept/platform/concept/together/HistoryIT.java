package de.kreiskonzept.platform.concept.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The history of fields by page and by REST. */
@ExtendWith(PlatformUnderTest.Given.class)
class HistoryIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID section;
    private UUID goal;
    private UUID measure;
    private String lead;

    HistoryIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            section = sample.section(null, "field_of_action", "Sprache");
            goal = sample.goal(section, null, "sub_goal", "Kurse am Abend");
            measure = sample.measure(section, "Ein Kurs", "grey", true, goal);
        }
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void tellsOfEachFieldThatWasChangedByWhomAndOfNoOther() throws Exception {
        put("goals/" + goal, 0, "{\"kind\":\"sub_goal\",\"number\":\"1a\",\"text\":\"Kurse am Morgen\"}");
        JsonNode lines = history("goals/" + goal);
        assertThat(lines).extracting(line -> line.get("field").asText()).containsExactlyInAnyOrder("number", "text");
        JsonNode text = line(lines, "text");
        assertThat(text.get("before").asText()).isEqualTo("Kurse am Abend");
        assertThat(text.get("after").asText()).isEqualTo("Kurse am Morgen");
        assertThat(text.get("changedBy").asText()).isNotBlank().isNotEqualTo("Programm");
        assertThat(text.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void tellsWhichGoalsAMeasureServedAndWhetherItCounted() throws Exception {
        put("measures/" + measure, version("measures/" + measure), "{\"text\":\"Ein Kurs\",\"responsible\":\"vhs\"}");
        put("measures/" + measure + "/evaluation", version("measures/" + measure), "{\"counted\":false}");
        JsonNode lines = history("measures/" + measure);
        assertThat(line(lines, "goals").get("before").asText()).isEqualTo(goal.toString());
        assertThat(line(lines, "goals").get("after").asText()).isEmpty();
        assertThat(line(lines, "counted").get("after").asText()).isEqualTo("false");
    }

    @Test
    void tellsOfNothingWhereTheChangeWasRefused() throws Exception {
        assertThat(change("goals/" + goal, 7, "{\"kind\":\"sub_goal\",\"text\":\"Zu spät\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(history("goals/" + goal)).isEmpty();
    }

    @Test
    void tellsOfTheBeginningOfDeletionAndReturn() throws Exception {
        var created = platform.post(api("goals"), lead, """
                {"sectionId":"%s","kind":"sub_goal","text":"Neu"}""".formatted(section));
        String id = new ObjectMapper().readTree(created.body()).get("id").asText();
        platform.send(authorized("goals/" + id).header("If-Match", "\"0\"").DELETE());
        platform.post(api("goals/" + id + "/restore"), lead, "");
        assertThat(history("goals/" + id))
                .extracting(line -> line.get("what").asText())
                .containsExactly("restored", "deleted", "created");
    }

    @Test
    void bringsAnEarlierTextBackIntoTheFormWithoutSavingIt() throws Exception {
        put("goals/" + goal, 0, "{\"kind\":\"sub_goal\",\"text\":\"Kurse am Morgen\"}");
        String cookie = "kk_session=" + lead;
        String page = platform.page(path("ziele/" + goal + "/verlauf"), cookie).body();
        assertThat(page).contains("<del>", "Abend", "Morgen");
        String line = page.replaceAll("(?s).*\\?aus=([0-9a-f-]{36}).*", "$1");
        String form = platform.page(path("ziele/" + goal + "/bearbeiten?aus=" + line), cookie)
                .body();
        assertThat(form).contains("Kurse am Abend</textarea>", "noch nicht gespeichert");
        assertThat(in(() -> platform.bean(Nodes.class).goal(goal)).text()).isEqualTo("Kurse am Morgen");
        assertThat(platform.page(path("massnahmen/" + measure + "/bearbeiten?aus=" + line), cookie)
                        .statusCode())
                .as("a line of another node")
                .isEqualTo(404);
    }

    @Test
    void namesNobodyWhoseAccountIsErased() throws Exception {
        String editor = platform.token(county, Roles.LEAD);
        String name = "Prüfperson";
        change(editor, "goals/" + goal, 0, "{\"kind\":\"sub_goal\",\"text\":\"Anders\"}");
        UUID account = in(() -> platform.bean(FieldHistory.class).list(new Subject(NodeKind.GOAL.text(), goal), 0, 10))
                .getFirst()
                .accountId();
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM identity_session WHERE account_id = '" + account + "'");
            statement.executeUpdate("DELETE FROM identity_account WHERE id = '" + account + "'");
        }
        assertThat(line(history("goals/" + goal), "text").get("changedBy").asText())
                .isEqualTo("Ehemalige Person")
                .doesNotContain(name);
    }

    @Test
    void canNeitherBeChangedNorDeletedByTheRoleOfTheCounty() throws Exception {
        put("goals/" + goal, 0, "{\"kind\":\"sub_goal\",\"text\":\"Anders\"}");
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            for (String sql :
                    List.of("UPDATE concept_field_change SET before = ''", "DELETE FROM concept_field_change")) {
                assertThatThrownBy(() -> statement.executeUpdate(sql)).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void isClosedToMembersAndToOtherCounties() throws Exception {
        String member = platform.cookie(county, Roles.MEMBER);
        assertThat(platform.page(path("ziele/" + goal + "/verlauf"), member).statusCode())
                .isEqualTo(403);
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        assertThat(platform.page("/" + other.slug() + "/konzept/ziele/" + goal + "/verlauf", foreign)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hasAWordForEveryFieldThatPeopleWrite() {
        var texts = platform.bean(Texts.class);
        var keys = List.of("conceptId", "versionId", "sectionId", "goalId", "parentId", "position", "deletedAt");
        var others = List.of("id", "createdAt", "modifiedAt", "version");
        assertThat(Stream.of(Section.class, Goal.class, Measure.class, TextBlock.class)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .map(component -> component.getName())
                        .filter(name -> !keys.contains(name) && !others.contains(name)))
                .isNotEmpty()
                .allMatch(name -> texts.has("concept.field." + name));
    }

    private void put(String path, long version, String json) throws Exception {
        assertThat(change(path, version, json).statusCode()).isBetween(200, 299);
    }

    private HttpResponse<String> change(String path, long version, String json) throws Exception {
        return change(lead, path, version, json);
    }

    private HttpResponse<String> change(String token, String path, long version, String json) throws Exception {
        return platform.send(platform.request(api(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private long version(String path) throws Exception {
        return json(path).get("version").asLong();
    }

    private JsonNode history(String path) throws Exception {
        return json(path + "/history");
    }

    private JsonNode json(String path) throws Exception {
        var answer = platform.get(api(path), lead);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode line(JsonNode lines, String field) {
        for (JsonNode line : lines) {
            if (line.get("field").asText().equals(field)) {
                return line;
            }
        }
        throw new AssertionError("no line about " + field + " in " + lines);
    }

    private HttpRequest.Builder authorized(String path) {
        return platform.request(api(path)).header("Authorization", "Bearer " + lead);
    }

    private String api(String path) {
        return "/api/v1/" + county.slug() + "/" + path;
    }

    private String path(String path) {
        return "/" + county.slug() + "/konzept/" + path;
    }

    private <T> T in(java.util.concurrent.Callable<T> work) throws Exception {
        return platform.in(county, work);
    }
}
