package de.kreiskonzept.platform.participation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A conference from its date to the answer to everything that was suggested at it. */
@ExtendWith(PlatformUnderTest.Given.class)
class ConferenceIT {
    private static final Map<String, String> CONFERENCE = Map.of(
            "name",
            "Integrationskonferenz 2028",
            "day",
            "2028-02-29",
            "place",
            "Landratsamt",
            "note",
            "",
            "participants",
            "Eva Muster\nMigrationsbeirat");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;
    private UUID goal;

    ConferenceIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithAGoal() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "sub_goal", "Kurse sind gut zu erreichen.");
        }
        base = "/" + county.slug() + "/konferenzen";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void answersWhatWasSuggestedToAGoal() throws Exception {
        assertThat(page(base)).contains("Noch keine Konferenz");
        String conference = created();
        String suggestion = suggested(conference);
        assertThat(page(conference))
                .contains("29.02.2028", "Mehr Kurse am Abend", "Kurse sind gut zu erreichen.", "noch offen");
        assertThat(page("/" + county.slug() + "/")).contains("Anregungen beantworten", "1 offen");

        assertThat(post(suggestion, Map.of("decision", "refused", "answer", "", "version", "0"))
                        .body())
                .contains("Schreiben Sie dazu, was geändert wird");
        post(suggestion, Map.of("decision", "taken", "answer", "", "carriedOut", "ja", "version", "0"));
        assertThat(page(conference)).contains("übernommen", "(im Konzept umgesetzt)");
        assertThat(page("/" + county.slug() + "/")).doesNotContain("Anregungen beantworten");

        var late = post(suggestion, Map.of("decision", "refused", "answer", "Zu teuer.", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(page(conference)).doesNotContain("Zu teuer.");
    }

    @Test
    void opensTheGoalInTheDraftBesideWhatWasTaken() throws Exception {
        String conference = created();
        String suggestion = suggested(conference);
        String take = suggestion + "/uebernehmen";
        assertThat(platform.page(take, lead).statusCode()).as("not decided yet").isEqualTo(404);
        post(suggestion, Map.of("decision", "changed", "answer", "Nur freitags.", "version", "0"));
        assertThat(page(conference)).contains(take, "In die Fassung übernehmen");
        assertThat(page(take)).contains("Mehr Kurse am Abend", "Nur freitags.", "Kurse sind gut zu erreichen.");

        String goalForm = "/" + county.slug() + "/konzept/ziele/" + goal + "/bearbeiten";
        var fields = Map.of(
                "version", "0", "kind", "sub_goal", "number", "", "text", "Kurse sind auch abends gut zu erreichen.");
        assertThat(platform.form(take, goalForm, lead, fields).statusCode()).isEqualTo(303);
        assertThat(page(take)).contains("Kurse sind auch abends gut zu erreichen.");
        assertThat(platform.form(take, goalForm, lead, fields).statusCode()).isNotEqualTo(303);

        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE concept_goal SET deleted_at = now()");
        }
        assertThat(page(take)).contains("Kein Entwurf enthält dieses Ziel").doesNotContain("<textarea");
        assertThat(platform.page(take, platform.cookie(county, Roles.EDITOR)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var refused = platform.form(base + "/neu", base, lead, Map.of("day", "2027-02-29", "place", "Rathaus"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Geben Sie der Konferenz einen Namen.", "Geben Sie den Tag", "value=\"Rathaus\"");

        String conference = created();
        var foreignGoal = platform.form(
                conference + "/anregungen/neu",
                conference + "/anregungen",
                lead,
                Map.of("text", "Mehr Kurse", "goal", UUID.randomUUID().toString()));
        assertThat(foreignGoal.statusCode()).isEqualTo(404);
        assertThat(page(conference)).contains("Noch keine Anregung");
    }

    @Test
    void showsWhoTookPartToTheLeadAlone() throws Exception {
        String conference = created();
        suggested(conference);
        assertThat(page(conference)).contains("Eva Muster");

        String reader = platform.cookie(county, Roles.READER);
        assertThat(platform.page(conference, reader).body())
                .contains("Mehr Kurse am Abend")
                .doesNotContain("Eva Muster", "/anregungen/");
        for (String path : List.of("/bearbeiten", "/loeschen", "/anregungen/neu")) {
            assertThat(platform.page(conference + path, reader).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void belongsToItsCounty() throws Exception {
        String conference = created();
        String suggestion = suggested(conference);
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        for (String path : List.of(conference, suggestion, conference + "/bearbeiten", conference + "/loeschen")) {
            assertThat(platform.page(path.replace(county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void changesAndDeletesAConferenceOnce() throws Exception {
        String conference = created();
        suggested(conference);
        var changed = new HashMap<>(CONFERENCE);
        changed.putAll(Map.of("name", "Konferenz im Februar", "version", "0"));
        assertThat(platform.form(conference + "/bearbeiten", conference + "/bearbeiten", lead, changed)
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(conference)).contains("Konferenz im Februar");
        assertThat(platform.form(conference + "/loeschen", conference + "/loeschen", lead, Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(platform.form(conference + "/loeschen", conference + "/loeschen", lead, Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(conference, lead).statusCode()).isEqualTo(404);
    }

    private String created() throws Exception {
        return platform.form(base + "/neu", base, lead, CONFERENCE)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String suggested(String conference) throws Exception {
        platform.form(
                conference + "/anregungen/neu",
                conference + "/anregungen",
                lead,
                Map.of("text", "Mehr Kurse am Abend", "goal", goal.toString(), "origin", "Tisch 3"));
        var link = Pattern.compile(conference + "/anregungen/[0-9a-f-]{36}").matcher(page(conference));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private HttpResponse<String> post(String address, Map<String, String> fields) throws Exception {
        return platform.form(address, address, lead, fields);
    }

    private String page(String path) throws Exception {
        return platform.page(path, lead).body();
    }
}
