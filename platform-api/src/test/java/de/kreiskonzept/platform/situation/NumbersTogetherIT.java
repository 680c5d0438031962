package de.kreiskonzept.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bin and history of indicators and figures. */
@ExtendWith(PlatformUnderTest.Given.class)
class NumbersTogetherIT {
    private final PlatformUnderTest platform;
    private final ObjectMapper json = new ObjectMapper();
    private Workspace county;
    private String lead;
    private String cookie;
    private UUID version;
    private UUID section;
    private UUID goal;
    private UUID indicator;
    private UUID figure;

    NumbersTogetherIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void numbers() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "goal", "Mehr Kurse");
            indicator = concept.indicator(goal, "Teilnehmende");
            figure = concept.figure(section, "Zugezogene");
        }
        lead = platform.token(county, Roles.LEAD);
        cookie = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void lieInTheBinWithTheirPlaceAndComeBack() throws Exception {
        assertThat(delete("indicators/" + indicator)).isEqualTo(204);
        assertThat(delete("figures/" + figure)).isEqualTo(204);
        JsonNode bin = read("bin");
        assertThat(bin.findValuesAsText("kind")).containsExactly("figure", "indicator");
        assertThat(bin.at("/1/where").toString()).isEqualTo("[\"Sprache\",\"Mehr Kurse\"]");
        assertThat(bin.at("/1").hasNonNull("restoreFirst")).isFalse();
        String page = page("/papierkorb");
        assertThat(page).contains("Teilnehmende", "Zugezogene", "Kennzahl", "/indikatoren/" + indicator);

        String path = "/" + county.slug() + "/konzept";
        var back = platform.form(
                path + "/papierkorb",
                path + "/zahlen/" + figure + "/wiederherstellen",
                platform.cookie(county, Roles.LEAD),
                Map.of());
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(send("indicators/" + indicator + "/restore", "POST", "", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(read("bin")).isEmpty();
        assertThat(read("figures/" + figure).at("/name").asText()).isEqualTo("Zugezogene");
    }

    @Test
    void nameWhatHasToComeBackBefore() throws Exception {
        delete("indicators/" + indicator);
        delete("figures/" + figure);
        assertThat(delete("goals/" + goal)).isEqualTo(204);
        JsonNode bin = read("bin");
        assertThat(bin.at("/2/kind").asText()).isEqualTo("indicator");
        assertThat(bin.at("/2/restoreFirst").asText()).isEqualTo(goal.toString());
        assertThat(send("indicators/" + indicator + "/restore", "POST", "", "\"0\"")
                        .statusCode())
                .isEqualTo(409);
        assertThat(delete("sections/" + section)).isEqualTo(204);
        assertThat(read("bin").at("/2/restoreFirst").asText()).isEqualTo(section.toString());
        assertThat(send("figures/" + figure + "/restore", "POST", "", "\"0\"").statusCode())
                .isEqualTo(404);
    }

    @Test
    void goForGoodWithTheValuesThatNothingElseShows() throws Exception {
        delete("indicators/" + indicator);
        delete("figures/" + figure);
        platform.in(county, () -> {
            platform.bean(Bin.class).empty(version);
            return true;
        });
        assertThat(read("bin")).isEmpty();
        try (var connection = ConceptSample.as(county);
                var rows = connection.createStatement().executeQuery("""
                        SELECT (SELECT count(*) FROM situation_indicator) + (SELECT count(*) FROM situation_figure)
                          + (SELECT count(*) FROM situation_series) + (SELECT count(*) FROM situation_reading)""")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void anEditorSeesOnlyItsOwnInTheBin() throws Exception {
        delete("indicators/" + indicator);
        String editor = platform.token(county, Roles.EDITOR);
        assertThat(platform.get("/api/v1/" + county.slug() + "/bin", editor).body())
                .isEqualTo("[]");
    }

    @Test
    void tellWhoChangedWhichFieldAndWhichValue() throws Exception {
        String body = "{\"name\":\"Teilnehmende an Kursen\",\"unit\":\"Personen\",\"target\":"
                + "{\"value\":20,\"period\":\"2027\"}}";
        assertThat(send("indicators/" + indicator, "PUT", body, "\"0\"").statusCode())
                .isEqualTo(200);
        String values = "{\"readings\":[{\"period\":\"2023\",\"value\":6}]}";
        assertThat(send("indicators/" + indicator + "/readings", "PUT", values, "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        JsonNode history = read("indicators/" + indicator + "/history");
        assertThat(history.findValuesAsText("field")).containsExactlyInAnyOrder("values", "name", "target");
        assertThat(history.at("/0/before").asText()).isEqualTo("2023; 5");
        assertThat(history.at("/0/after").asText()).isEqualTo("2023; 6");
        assertThat(page("/indikatoren/" + indicator)).contains("/indikatoren/" + indicator + "/verlauf");
        assertThat(page("/indikatoren/" + indicator + "/verlauf"))
                .contains("Zielwert", "20 (2027)", "an Kursen", "Werte");

        String chart = "{\"sectionId\":\"" + section + "\",\"name\":\"Zugezogene\",\"unit\":\"Personen\","
                + "\"chart\":\"line\",\"readings\":[{\"period\":\"2023\",\"value\":7}]}";
        assertThat(send("figures/" + figure, "PUT", chart, "\"0\"").body()).contains("line");
        assertThat(page("/zahlen/" + figure + "/verlauf")).contains("Darstellung", "Balken", "Linie");
        assertThat(platform.get(
                                "/api/v1/" + county.slug() + "/figures/" + figure + "/history",
                                platform.token(county, Roles.READER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void bringAnEarlierTextIntoTheirForms() throws Exception {
        String body = "{\"name\":\"Teilnehmende an Kursen\",\"target\":{\"value\":20,\"period\":\"2027\"}}";
        assertThat(send("indicators/" + indicator, "PUT", body, "\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(send("indicators/" + indicator, "PUT", "{\"name\":\"Kurse\"}", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        String values = "{\"readings\":[{\"period\":\"2023\",\"value\":6}]}";
        send("indicators/" + indicator + "/readings", "PUT", values, "\"0\"");
        String chart = "{\"sectionId\":\"" + section + "\",\"name\":\"Zuzug\",\"unit\":\"Personen\","
                + "\"chart\":\"line\",\"readings\":[{\"period\":\"2023\",\"value\":7}]}";
        send("figures/" + figure, "PUT", chart, "\"0\"");

        assertThat(taken("indikatoren/" + indicator, "target", "indicators/" + indicator))
                .contains("Früherer Text", "value=\"20\"", "value=\"2027\"", "value=\"Kurse\"");
        assertThat(taken("indikatoren/" + indicator, "values", "indicators/" + indicator))
                .contains("2023; 5");
        assertThat(taken("zahlen/" + figure, "name", "figures/" + figure)).contains("value=\"Zugezogene\"");
        String other = "/zahlen/" + figure + "/bearbeiten?aus=";
        String foreign =
                read("indicators/" + indicator + "/history").at("/0/id").asText();
        for (String line : List.of(foreign, "nichts")) {
            assertThat(platform.page("/" + county.slug() + "/konzept" + other + line, cookie)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    /** Follows the link of the latest line about a field into the form. */
    private String taken(String path, String field, String resource) throws Exception {
        String line = "";
        for (JsonNode change : read(resource + "/history")) {
            boolean found = line.isEmpty() && change.at("/field").asText().equals(field);
            line = found ? change.at("/id").asText() : line;
        }
        String form = "/" + path + (field.equals("values") ? "/werte" : "/bearbeiten") + "?aus=" + line;
        assertThat(page("/" + path + "/verlauf")).contains(form);
        return page(form);
    }

    @Test
    void keepADraftOfEachForm() throws Exception {
        String base = "/" + county.slug() + "/konzept";
        var forms = Map.of(
                "/indikatoren/" + indicator + "/bearbeiten", "/indikatoren/" + indicator + "/entwurf",
                "/indikatoren/" + indicator + "/werte", "/indikatoren/" + indicator + "/werte/entwurf",
                "/zahlen/" + figure + "/bearbeiten", "/zahlen/" + figure + "/entwurf");
        for (var form : forms.entrySet()) {
            String path = base + form.getKey();
            String beat = base + form.getValue();
            assertThat(page(form.getKey())).contains(beat);
            assertThat(platform.form(path, beat + "/anwesend", cookie, Map.of()).statusCode())
                    .isEqualTo(200);
            var fields = Map.of("version", "0", "name", "Getippt", "chart", "bar", "values", "2023; 8");
            assertThat(platform.form(path, beat, cookie, fields).body()).contains("Uhr");
            assertThat(page(form.getKey())).contains("Weiterschreiben", "8").doesNotContain("<textarea");
            assertThat(page(form.getKey() + "?entwurf=ja"))
                    .contains(beat, form.getKey().endsWith("werte") ? "2023; 8" : "Getippt");
            String again = path + "?entwurf=ja";
            assertThat(platform.form(again, beat + "/verwerfen", cookie, Map.of())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(page(form.getKey())).contains("<form").doesNotContain("Weiterschreiben");
        }
    }

    @Test
    void endTheDraftWhereItIsSaved() throws Exception {
        String path = "/" + county.slug() + "/konzept/zahlen/" + figure;
        var fields = Map.of("version", "0", "name", "Zugezogene im Jahr", "chart", "bar", "values", "2023; 8");
        platform.form(path + "/bearbeiten", path + "/entwurf", cookie, fields);
        assertThat(page("/zahlen/" + figure + "/bearbeiten?entwurf=ja")).contains("Zugezogene im Jahr");
        var saved = platform.form(path + "/bearbeiten?entwurf=ja", path + "/bearbeiten", cookie, fields);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(page("/zahlen/" + figure + "/bearbeiten"))
                .contains("Zugezogene im Jahr")
                .doesNotContain("Weiterschreiben");
    }

    private String page(String path) throws Exception {
        var answer = platform.page("/" + county.slug() + "/konzept" + path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int delete(String path) throws Exception {
        return send(path, "DELETE", "", "\"0\"").statusCode();
    }

    private JsonNode read(String path) throws Exception {
        var answer = platform.get("/api/v1/" + county.slug() + "/" + path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, String method, String body, String tag) throws Exception {
        var request = platform.request("/api/v1/" + county.slug() + "/" + path)
                .header("Authorization", "Bearer " + lead)
                .header("If-Match", tag)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return platform.send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }
}
