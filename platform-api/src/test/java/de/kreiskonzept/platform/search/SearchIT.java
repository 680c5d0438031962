package de.kreiskonzept.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The search as a person and as a program use it. */
@ExtendWith(PlatformUnderTest.Given.class)
class SearchIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private UUID language;
    private UUID goal;
    private UUID evening;
    private UUID indicator;
    private UUID figure;

    SearchIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            language = concept.section(null, "field_of_action", "Sprache");
            var adults = concept.section(language, "other", "Erwachsene");
            goal = concept.goal(adults, null, "goal", "Alle Geflüchteten finden einen Deutschkurs");
            evening = concept.measure(adults, "Kurse am Abend mit Kinderbetreuung", "grey", true, goal);
            concept.measure(adults, "Sprach- und Kulturmittler im Kreis/Gemeinde-Verbund", "grey", true, goal);
            concept.measure(adults, "Häuser der Begegnung <b>öffnen</b>", "grey", true, goal);
            var gone = concept.section(null, "other", "Weggeworfenes");
            concept.measure(gone, "Kurse, die niemand mehr findet", "grey", true);
            concept.delete("concept_section", gone);
            indicator = concept.indicator(goal, "Teilnehmende an Prüfungen");
            figure = concept.figure(language, "Zugewanderte je Jahr");
            concept.text(
                    "Vorwort",
                    "Am Anfang steht das Wort. ".repeat(30) + "Die Straße führt zum Kurs <script>x</script>.");
        }
    }

    @Test
    void findsInflectedBegunAndJoinedWords() throws Exception {
        assertThat(titles("Kurs"))
                .containsExactlyInAnyOrder(
                        "Kurse am Abend mit Kinderbetreuung", "Alle Geflüchteten finden einen Deutschkurs", "Vorwort");
        assertThat(titles("kurse")).hasSize(3);
        assertThat(titles("Geflüchtete"))
                .hasSize(1)
                .isEqualTo(titles("Gefluechtete"))
                .isEqualTo(titles("geflücht"));
        assertThat(titles("Haus")).hasSize(1).isEqualTo(titles("HÄUSER")).isEqualTo(titles("Haeuser"));
        assertThat(titles("Strasse")).containsExactly("Vorwort").isEqualTo(titles("Straße"));
        assertThat(titles("Betreuung Kinder")).hasSize(1);
        assertThat(titles("Gemeinde")).hasSize(1);
        assertThat(titles("Kulturmittler Sprach")).hasSize(1).isEqualTo(titles("Sprach-Mittler"));
        assertThat(titles("Abend Begegnung")).isEmpty();
    }

    @Test
    void findsIndicatorsAndFiguresAtTheirPlace() throws Exception {
        assertThat(titles("Teilnehmende")).containsExactly("Teilnehmende an Prüfungen");
        assertThat(titles("Zugewandert", "&kind=figure")).containsExactly("Zugewanderte je Jahr");
        assertThat(titles("Zugewandert", "&kind=indicator")).isEmpty();
        assertThat(page("?q=Teilnehmende&art=indikator"))
                .contains("1 Treffer", "/konzept/indikatoren/" + indicator, "Entwurf · Sprache · Erwachsene");
        assertThat(page("?q=Zugewandert")).contains("/konzept/zahlen?version=" + version + "#zahl-" + figure);
    }

    @Test
    void bringsTheBetterHitFirst() throws Exception {
        assertThat(titles("Kurs").getFirst()).isEqualTo("Kurse am Abend mit Kinderbetreuung");
        assertThat(titles("Sprache").getFirst()).isEqualTo("Sprache");
    }

    @Test
    void showsEachHitAtItsPlaceWithoutTrustingIt() throws Exception {
        String page = page("?q=Haus+Kurs");
        assertThat(page).contains("Keine Treffer für „Haus Kurs“");
        assertThat(page("?q=h%C3%A4user")).contains("<mark>Häuser</mark> der Begegnung &lt;b&gt;öffnen&lt;/b&gt;");
        String hits = page("?q=Kurs");
        assertThat(hits)
                .contains("3 Treffer", "/konzept/abschnitte/", "#ziel-" + goal, "/konzept/massnahmen/" + evening)
                .contains("zum <mark>Kurs</mark> &lt;script&gt;", "/konzept?version=" + version)
                .contains("Entwurf · Sprache · Erwachsene")
                .doesNotContain("<script>x", "Weggeworfenes", "niemand mehr");
        assertThat(page("?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
    }

    @Test
    void keepsItsFiltersInTheAddress() throws Exception {
        assertThat(page("?q=Kurs&art=massnahme")).contains("1 Treffer", "value=\"massnahme\" selected");
        assertThat(page("?q=Kurs&version=" + version)).contains("3 Treffer");
        assertThat(page("?q=Kurs&version=" + UUID.randomUUID())).contains("Keine Treffer", "in allen Fassungen");
        assertThat(page("?q=Kurs&version=quer&art=laengs&page=-3")).contains("3 Treffer");
        assertThat(titles("Kurs", "&kind=text")).containsExactly("Vorwort");
        assertThat(titles("Kurs", "&size=1&page=1")).hasSize(1);
        assertThat(api("Kurs", "&size=1&page=1").headers().firstValue("Link").orElseThrow())
                .contains("rel=\"prev\"", "rel=\"next\"", "page=2");
    }

    @Test
    void answersWhateverIsTyped() throws Exception {
        assertThat(page("")).contains("Wonach suchen Sie?");
        assertThat(page("?q=+")).contains("Wonach suchen Sie?");
        assertThat(page("?q=und+der")).contains("stehen fast überall");
        assertThat(page("?q=x")).contains("Keine Treffer");
        assertThat(page("?q=" + "wort+".repeat(700))).contains("Ihre Eingabe ist lang", "1 Treffer");
        for (String bad : List.of(
                "'",
                "\\",
                "%",
                "_",
                "a' | b:*",
                "'); DROP TABLE concept;--",
                "!",
                "<->",
                "😀",
                "{0}",
                "?",
                "١٢",
                "中文",
                "ﬁ")) {
            assertThat(api(bad, "").statusCode()).as(bad).isEqualTo(200);
            assertThat(titles(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void standsInTheHeaderOfEveryPage() throws Exception {
        String start = platform.page("/" + county.slug() + "/", platform.cookie(county, Roles.READER))
                .body();
        assertThat(start).contains("action=\"/" + county.slug() + "/suche\"", "name=\"q\" type=\"search\"");
        assertThat(platform.page("/" + county.slug() + "/anmelden", "").body()).doesNotContain("/suche");
    }

    @Test
    void findsNothingOfAnotherCounty() throws Exception {
        var other = platform.county();
        try (var concept = new ConceptSample(other)) {
            var section = concept.section(null, "other", "Kanarienvogel");
            concept.measure(section, "Kanarienvogel im Kurs", "grey", true);
            concept.text("Kanarienvogel", "Kanarienvogel");
        }
        for (String role : List.of(Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            var answer =
                    platform.get("/api/v1/" + county.slug() + "/search?q=Kanarienvogel", platform.token(county, role));
            assertThat(answer.body()).as(role).isEqualTo("[]");
        }
        assertThat(titles("Kurs")).hasSize(3);
    }

    @Test
    void looksWordsUpInTheIndex() throws Exception {
        var plan = new ArrayList<String>();
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute("SET enable_seqscan = off");
            for (String words : SearchStore.lookUps("'kurs'")) {
                var rows = connection.createStatement().executeQuery("EXPLAIN " + words);
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
        }
        assertThat(plan.stream()
                        .filter(line -> line.matches(".*Bitmap Index Scan on (concept|situation)_\\w+_words.*")))
                .hasSize(6);
    }

    private String page(String query) throws Exception {
        var answer = platform.page("/" + county.slug() + "/suche" + query, platform.cookie(county, Roles.READER));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> api(String words, String more) throws Exception {
        return platform.get(
                "/api/v1/" + county.slug() + "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more,
                platform.token(county, Roles.READER));
    }

    private List<String> titles(String words) throws Exception {
        return titles(words, "");
    }

    private List<String> titles(String words, String more) throws Exception {
        JsonNode hits = new ObjectMapper().readTree(api(words, more).body());
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.get("title").asText())
                .toList();
    }
}
