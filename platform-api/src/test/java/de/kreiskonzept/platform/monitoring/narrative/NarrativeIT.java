package de.kreiskonzept.platform.monitoring.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.stand.StandSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The texts of a Stand: proposed from its data, written by the lead. */
@ExtendWith(PlatformUnderTest.Given.class)
class NarrativeIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private UUID section;
    private String texts;

    NarrativeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void twoStaende() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        UUID version;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "sub_goal", "Alle finden einen Kurs.");
            concept.measure(section, "Kurs am *Abend*", "yellow", true, goal);
            concept.measure(section, "Kurs am Morgen", "green", true, goal);
            concept.measure(section, "Fest", "red", false);
            concept.section(null, "field_of_action", "Leer");
        }
        StandSample.of(platform, county, version, LocalDate.of(2024, 12, 31));
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE monitoring_light SET light = 'green' WHERE light = 'yellow'");
        }
        UUID stand = StandSample.of(platform, county, version, LocalDate.of(2025, 12, 31));
        texts = "/" + county.slug() + "/ampel/staende/" + stand + "/texte";
    }

    @Test
    void proposesWhatTheDataSayInWholeSentences() throws Exception {
        assertThat(page(texts + "/" + section))
                .contains("„Sprache“ umfasst 1 Ziel und 3 Maßnahmen. Gezählt sind 2 Maßnahmen: 2 grün.")
                .contains("Der grüne Anteil beträgt 100 Prozent (2 von 2). Nicht in der Auswertung ist 1 Maßnahme.")
                .contains("Grün geworden ist 1 Maßnahme.", "- **Kurs am \\*Abend\\***\n- **Kurs am Morgen**")
                .contains("Rot bewertet ist hier nichts.");
        assertThat(page(texts)).contains("Leer", "Vorschlag aus den Daten");
        String empty = address(page(texts), texts + "/[0-9a-f-]{36}\" aria-label=\"Leer bearbeiten");
        assertThat(page(empty.substring(0, empty.indexOf('"'))))
                .contains("In der Auswertung zählt hier nichts mit; einen Anteil gibt es deshalb nicht.")
                .doesNotContain(" 0 Prozent", "100 Prozent");
    }

    @Test
    void keepsWhatTheLeadWritesAndBothTextsWhereTwoWrite() throws Exception {
        String one = texts + "/" + section;
        assertThat(save(one, "0", "Viel geschafft.").headers().firstValue("Location"))
                .hasValue(texts + "?gespeichert=ja");
        assertThat(page(texts)).contains("geschrieben von");
        assertThat(page(one)).contains("Viel geschafft.", "Vorschlag aus den Daten");

        var late = save(one, "0", "Mein Satz.");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Viel geschafft.", "Mein Satz.", "Gespeicherter Wortlaut");
        assertThat(save(one, "1", "x".repeat(20_001)).statusCode()).isEqualTo(422);
        assertThat(page(one)).contains("Viel geschafft.");
    }

    @Test
    void keepsADraftUntilItIsSavedOrThrownAway() throws Exception {
        String one = texts + "/gesamt";
        String beat = one + "/entwurf";
        assertThat(page(one)).contains("hx-post=\"" + beat + "\"");
        var fields = Map.of("version", "0", "summary", "Halb geschr", "narrative", "", "highlights", "");
        assertThat(platform.form(one, beat + "/anwesend", lead, Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(platform.form(one, beat, lead, fields).body()).contains("Uhr");
        assertThat(page(one)).contains("Weiterschreiben", "Halb geschr").doesNotContain("<textarea");
        assertThat(page(one + "?entwurf=ja")).contains("Halb geschr", "<textarea");
        assertThat(platform.form(one, beat + "/verwerfen", lead, Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValue(one);
        assertThat(page(one)).contains("<textarea").doesNotContain("Halb geschr");
        platform.form(one, beat, lead, fields);
        String again = one + "?entwurf=ja";
        assertThat(platform.form(again, one, lead, Map.of("version", "0", "summary", "Ganz geschrieben"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(one)).contains("Ganz geschrieben", "<textarea");
        assertThat(platform.form(one, beat, platform.cookie(county, Roles.EDITOR), fields)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isReadAndWrittenByPrograms() throws Exception {
        String api = "/api/v1" + texts.replace("/ampel/staende/", "/stands/").replace("/texte", "/texts");
        String token = platform.token(county, Roles.LEAD);
        var list = new ObjectMapper().readTree(platform.get(api, token).body());
        assertThat(list.findValuesAsText("name")).endsWith("Sprache", "Leer");
        assertThat(list.at("/0/author").isNull()).isTrue();
        String one = api + "/" + section;
        assertThat(platform.get(one, token).headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(put(one, token, "", "{}").statusCode()).isEqualTo(428);
        var told = put(one, token, "\"0\"", "{\"summary\": \"Von außen.\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(told.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(page(texts + "/" + section)).contains("Von außen.");
        assertThat(put(one, token, "\"0\"", "{}").statusCode()).isEqualTo(412);
        String tooLong = "{\"summary\": \"" + "x".repeat(20_001) + "\"}";
        assertThat(put(one, token, "\"1\"", tooLong).statusCode()).isEqualTo(422);
        assertThat(put(api + "/nichts", token, "\"0\"", "{}").statusCode()).isEqualTo(404);
        assertThat(platform.get(api, platform.token(county, Roles.READER)).statusCode())
                .isEqualTo(403);
        Workspace other = platform.county();
        assertThat(platform.get(one.replace(county.slug(), other.slug()), platform.token(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> put(String path, String token, String tag, String json) throws Exception {
        var request = platform.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    @Test
    void belongsToTheLeadOfTheCounty() throws Exception {
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            assertThat(platform.page(texts, platform.cookie(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        Workspace other = platform.county();
        assertThat(platform.page(texts.replace(county.slug(), other.slug()), platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.page(texts + "/" + UUID.randomUUID(), lead).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> save(String page, String version, String summary) throws Exception {
        return platform.form(page, page, lead, Map.of("version", version, "summary", summary));
    }

    private String page(String path) throws Exception {
        var answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String address(String page, String pattern) {
        var found = java.util.regex.Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }
}
