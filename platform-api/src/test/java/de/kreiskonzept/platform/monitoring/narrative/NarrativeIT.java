package de.kreiskonzept.platform.monitoring.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.stand.StandSample;
import de.kreiskonzept.platform.tenancy.Workspace;
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
