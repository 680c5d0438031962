package de.kreiskonzept.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The start page names what waits for the person, and every link of it can be opened. */
@ExtendWith(PlatformUnderTest.Given.class)
class HomeIT {
    private static final Pattern LINK = Pattern.compile("class=\"kk-task__link\" href=\"([^\"]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;

    HomeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
    }

    @Test
    void letsTheLeadOfAnEmptyCountyBegin() throws Exception {
        assertThat(start(Roles.LEAD)).contains("Konzept importieren", "Konzept leer beginnen");
    }

    @Test
    void letsTheAdminOfAnEmptyCountyInviteTheLeadAndLookAfterInvitations() throws Exception {
        assertThat(start(Roles.ADMIN)).contains("Leitung Integration einladen").doesNotContain("Offene Einladungen");
        var invited = platform.form(
                home + "konten/neu",
                home + "konten/neu",
                platform.cookie(county, Roles.ADMIN),
                Map.of("name", "Eva Muster", "email", "eva@kreis.example", "role", Roles.LEAD));
        assertThat(invited.statusCode()).isEqualTo(303);
        assertThat(start(Roles.ADMIN)).contains("Offene Einladungen", "1 offen");
    }

    @Test
    void namesDeviationsOfTheStatedCounts() throws Exception {
        platform.in(
                county,
                () -> platform.bean(Concepts.class)
                        .begin("Konzept", "Entwurf", new StatedCounts(3, 7), new Actor(null, "Probe")));
        assertThat(start(Roles.LEAD)).contains("Abweichungen von den angegebenen Zahlen", "2 offen");
        assertThat(start(Roles.READER)).contains("Zurzeit wartet nichts auf Sie.");
    }

    @Test
    void asksAboutMeasuresInProgressOfWhichNobodyHasHeardForHalfAYear() throws Exception {
        try (var concept = new ConceptSample(county);
                var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            concept.measure(section, "Kurse am Abend", "yellow", true);
            concept.measure(section, "Kurse am Morgen", "yellow", true);
            concept.measure(section, "Feste", "green", true);
            statement.execute("UPDATE concept_measure SET created_at = created_at - interval '7 months'");
        }
        assertThat(start(Roles.LEAD)).contains("Bei Maßnahmen nachfragen", "2 Maßnahmen");
        String list = "/" + county.slug() + "/konzept/massnahmen?ampel=gelb&auswertung=ja&ohneneues=";
        String lead = platform.cookie(county, Roles.LEAD);
        assertThat(platform.page(list + "6", lead).body())
                .contains("Kurse am Abend")
                .doesNotContain("Feste");
        assertThat(platform.page(list + "12", lead).body()).doesNotContain("Kurse am Abend");
    }

    @Test
    void asksEditorsOnlyForWhatIsAssignedToThem() throws Exception {
        String editor = platform.cookie(county, Roles.EDITOR);
        try (var concept = new ConceptSample(county);
                var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            UUID field = concept.section(null, "field_of_action", "Sprache");
            concept.measure(concept.section(field, "other", "Kurse"), "Kurse am Abend", "grey", true);
            UUID other = concept.section(null, "field_of_action", "Arbeit");
            concept.measure(other, "Praktika", "grey", true);
            assertThat(platform.page(home, editor).body()).contains("Zurzeit wartet nichts auf Sie.");
            statement.execute(
                    "INSERT INTO concept_editor (id, account_id, section_id, created_at, modified_at, version)"
                            + " SELECT gen_random_uuid(), id, '" + field
                            + "', now(), now(), 0 FROM identity_account WHERE role = 'editor'");
        }
        String page = platform.page(home, editor).body();
        assertThat(page).contains("Maßnahmen bewerten", "1 offen");
        var link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(platform.page(link.group(1).replace("&amp;", "&"), editor).body())
                .contains("Kurse am Abend")
                .doesNotContain("Praktika");
    }

    @Test
    void leadsEveryRoleOnlyToPagesThatItMayOpen() throws Exception {
        for (var role : Roles.list()) {
            var cookie = platform.cookie(county, role);
            var links = LINK.matcher(platform.page(home, cookie).body());
            var found = 0;
            while (links.find()) {
                var path = links.group(1).replace("&amp;", "&");
                assertThat(platform.page(path, cookie).statusCode())
                        .as(role + " " + path)
                        .isEqualTo(200);
                found++;
            }
            assertThat(found).as(role).isPositive();
        }
    }

    private String start(String role) throws Exception {
        return platform.page(home, platform.cookie(county, role)).body();
    }
}
