package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of the Ampel and of a light, as a browser without scripts gets them. */
@ExtendWith(PlatformUnderTest.Given.class)
class AmpelPagesIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;

    AmpelPagesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void followsWhatCountsInTheOpenRoundAndSaysSo() throws Exception {
        Workspace there = platform.county();
        UUID measure;
        UUID version;
        try (var concept = new ConceptSample(there)) {
            version = concept.version();
            measure = concept.measure(concept.section(null, "other", "Sprache"), "Kurse", "green", true);
        }
        var round = new RoundSample(there, version);
        String path = "/" + there.slug() + "/ampel";
        String reader = platform.cookie(there, Roles.READER);
        assertThat(platform.page(path, reader).body()).contains("Die Berichtsrunde „Ampel“ ist offen", "1 grün");
        round.sql("INSERT INTO monitoring_scope VALUES ('" + round.id() + "', '" + measure
                + "', false, now(), now(), 0)");
        assertThat(platform.page(path, reader).body()).doesNotContain("1 grün");
        round.sql("UPDATE monitoring_round SET state = 'closed', closed_at = now()");
        assertThat(platform.page(path, reader).body()).contains("1 grün").doesNotContain("ist offen");
    }

    @Test
    void beginsTheWorkWhereThereIsNoConcept() throws Exception {
        assertThat(page("/ampel")).contains("Noch kein Konzept", "/" + county.slug() + "/konzept");
    }

    @Test
    void showsNoShareWhereNothingCounts() throws Exception {
        try (var concept = new ConceptSample(county)) {
            concept.measure(concept.section(null, "other", "Nur Ideen"), "Idee", "green", false);
        }

        assertThat(page("/ampel"))
                .contains("Keine Maßnahme zählt in der Auswertung, 1 Maßnahme zählt nicht mit.")
                .contains("von 0 (–)")
                .doesNotContain(">0 %", ">100 %", "(0 %)", "(100 %)");
    }

    @Test
    void warnsWhereTheDocumentStatesOtherNumbers() throws Exception {
        try (var concept = new ConceptSample(county)) {
            concept.measure(concept.section(null, "other", "Sprache"), "Kurs", "green", true);
        }

        assertThat(page("/ampel"))
                .contains(
                        "Das Dokument nennt 193 Maßnahmen, im Konzept stehen 1.",
                        "Das Dokument nennt 64 Ziele, im Konzept stehen 0.");
    }

    @Test
    void namesAFieldThatIsAThemeTooInBothPlaces() throws Exception {
        try (var concept = new ConceptSample(county)) {
            concept.measure(concept.section(null, "field_and_theme", "Ehrenamt"), "Kurs", "green", true);
        }

        assertThat(page("/ampel"))
                .contains("Handlungsfeld und Querschnittsthema", "Gezählt bei: Handlungsfelder", "Querschnittsthemen");
    }

    @Test
    void showsNamesAsWordsHoweverLongAndStrange() throws Exception {
        String name = "<b>" + "Zusammenhaltsförderung".repeat(12) + "</b>";
        try (var concept = new ConceptSample(county)) {
            concept.section(null, "other", name);
        }

        assertThat(page("/ampel")).contains("&lt;b&gt;Zusammenhalts").doesNotContain("<b>Zusammenhalts");
    }

    @Test
    void refusesAFilterThatCannotBe() throws Exception {
        assertThat(platform.page("/" + county.slug() + "/ampel?kind=feld", lead).statusCode())
                .isEqualTo(400);
        assertThat(platform.page("/" + county.slug() + "/ampel?section=%3Cscript%3E", lead)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void setsALightByAFormAndShowsItsHistory() throws Exception {
        String path = "/massnahmen/" + measure() + "/ampel";

        var incomplete = form(path, Map.of("version", "0", "light", "yellow", "justification", " "));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("Schreiben Sie bei Gelb, woran gearbeitet wird.");
        var done = form(path, Map.of("version", "0", "light", "yellow", "justification", "läuft an"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(page(path)).contains("läuft an", "Prüfperson lead");
        var stale = form(path, Map.of("version", "0", "light", "red", "reason", "no_demand", "justification", "x&y"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("inzwischen von jemand anderem geändert", "x&amp;y");
    }

    @Test
    void showsNoFormToThoseWhoMayNotAssess() throws Exception {
        UUID measure = measure();
        String reader = platform.cookie(county, Roles.READER);
        String path = "/" + county.slug() + "/massnahmen/" + measure + "/ampel";

        assertThat(platform.page(path, reader).body()).doesNotContain("name=\"light\"");
        assertThat(platform.form(path, path, reader, Map.of("version", "0", "light", "green"))
                        .statusCode())
                .isIn(303, 403);
        assertThat(page("/massnahmen/" + measure + "/ampel")).contains("Diese Maßnahme wurde noch nicht bewertet.");
    }

    private UUID measure() throws Exception {
        try (var concept = new ConceptSample(county)) {
            return concept.measure(concept.section(null, "other", "Sprache"), "Kurs", "grey", true);
        }
    }

    private String page(String path) throws Exception {
        var answer = platform.page("/" + county.slug() + path, lead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private java.net.http.HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        return platform.form("/" + county.slug() + path, "/" + county.slug() + path, lead, fields);
    }
}
