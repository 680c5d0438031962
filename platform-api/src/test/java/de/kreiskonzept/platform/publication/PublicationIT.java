package de.kreiskonzept.platform.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.stand.StandSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anybody sees of a county, and how it becomes so. */
@ExtendWith(PlatformUnderTest.Given.class)
class PublicationIT {
    private static final List<String> PAGES = List.of(
            "", "/ampel", "/barrierefreiheit", "/ampel.csv", "/ampel.json", "/metadaten.jsonld", "/ampeldokument.pdf");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String home;
    private UUID version;
    private UUID stand;

    PublicationIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aStand() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        home = "/" + county.slug() + "/oeffentlich";
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "sub_goal", "Alle finden einen Kurs.");
            concept.measure(section, "Kurs am Abend", "green", true, goal);
            concept.measureOf("Frau Erika Musterfrau", section, "Beratung", "red", true);
        }
        var answer = platform.post(
                "/api/v1/" + county.slug() + "/organisations",
                platform.token(county, Roles.LEAD),
                "{\"kind\": \"county_office\", \"name\": \"Amt für Migration\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO monitoring_override (id, version_id, computed, light, reason, account_name,"
                    + " created_at, modified_at, version) SELECT gen_random_uuid(), id, 'red', 'yellow', 'Es geht voran.',"
                    + " 'Frau Erika Musterfrau', now(), now(), 0 FROM concept_version");
        }
        stand = StandSample.of(platform, county, version, LocalDate.of(2025, 12, 31));
    }

    @Test
    void showsNothingBeforeItIsReleasedAndNothingOfDrafts() throws Exception {
        assertThat(page(home)).contains("Noch nichts veröffentlicht").doesNotContain("Kurs am Abend");
        for (String path :
                List.of("/ampel", "/konzept", "/ampel.csv", "/ampel.json", "/metadaten.jsonld", "/ampeldokument.pdf")) {
            var answer = platform.send(platform.request(home + path));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        release();
        assertThat(page(home))
                .contains("Sprache", "1 grün, 0 gelb, 1 rot", "Es geht voran.", "von " + county.name())
                .doesNotContain("Konzept lesen");
        assertThat(platform.page(home + "/konzept", "").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheTextsOfItsReleaseWhateverIsWrittenLater() throws Exception {
        write("Damals geschrieben.");
        release();
        write("Später geschrieben.");
        assertThat(page(home + "/ampel")).contains("Damals geschrieben.").doesNotContain("Später geschrieben.");
        release();
        assertThat(page(home + "/ampel")).contains("Später geschrieben.").doesNotContain("Damals geschrieben.");
        assertThat(platform.page("/" + county.slug() + "/veroeffentlichung", lead)
                        .body())
                .containsOnlyOnce("gilt jetzt");
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            for (String change :
                    List.of("UPDATE publication_release SET author = 'x'", "DELETE FROM publication_release")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void namesTheTextsThatNobodyHasLookedAtBeforeItReleasesThem() throws Exception {
        String path = "/" + county.slug() + "/ampel/staende/" + stand + "/veroeffentlichen";
        var refused = platform.form(path, path, lead, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2 Texte hat noch niemand angesehen", "/texte/gesamt\"", "#f-unread");
        assertThat(page(home)).contains("Noch nichts veröffentlicht");
        write("Selbst geschrieben.");
        assertThat(platform.page(path, lead).body())
                .contains("Einen Text hat noch niemand angesehen", ">Sprache</a>")
                .doesNotContain("/texte/gesamt");
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE monitoring_narrative SET section_id = (SELECT id FROM concept_section LIMIT 1)");
            statement.execute(
                    "INSERT INTO monitoring_narrative SELECT gen_random_uuid(), stand_id, NULL, '', '', '', '',"
                            + " author, now(), now(), 1 FROM monitoring_narrative");
        }
        assertThat(platform.page(path, lead).body()).doesNotContain("f-unread");
        assertThat(platform.form(path, path, lead, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void setsNoCookieMayBeKeptAndIsSentOnce() throws Exception {
        release();
        for (String path : PAGES) {
            var first = platform.send(platform.request(home + path));
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            var again = platform.send(platform.request(home + path).header("If-None-Match", tag));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        var before = platform.page(home, "").headers().firstValue("ETag").orElseThrow();
        settings("Alle sollen mitmachen.", "cc-by/4.0", "");
        var changed = platform.send(platform.request(home).header("If-None-Match", before));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body())
                .contains("In einfacher Sprache", "Alle sollen mitmachen.", "Creative Commons Namensnennung");
        assertThat(platform.send(platform.request(home + "/barriere")).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void namesOrganisationsAndNobodyElse() throws Exception {
        release();
        for (String path : PAGES) {
            assertThat(platform.send(platform.request(home + path)).body())
                    .as(path)
                    .doesNotContain("Musterfrau", "lead@");
        }
        JsonNode data = new ObjectMapper()
                .readTree(platform.send(platform.request(home + "/ampel.json")).body());
        assertThat(data.get("measures").findValuesAsText("text")).contains("Kurs am Abend", "Beratung");
        assertThat(data.get("measures").toString()).contains("Amt für Migration");
        assertThat(data.get("ampel").get("total").get("lights").get("green").asInt())
                .isEqualTo(1);
    }

    @Test
    void describesItsDataWithLicenceAndPlace() throws Exception {
        release();
        JsonNode about = new ObjectMapper()
                .readTree(platform.send(platform.request(home + "/metadaten.jsonld"))
                        .body());
        assertThat(about.get("@type").asText()).isEqualTo("dcat:Dataset");
        assertThat(about.get("dcatde:politicalGeocodingURI").get("@id").asText())
                .endsWith("/" + county.ags());
        assertThat(about.get("dcat:distribution").findValues("dct:license").toString())
                .contains("http://dcat-ap.de/def/licenses/dl-by-de/2.0");
        assertThat(platform.send(platform.request(home + "/ampel.csv")).body())
                .startsWith("\uFEFFEbene;")
                .contains("Sprache");
    }

    @Test
    void showsThePublishedVersionOnly() throws Exception {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO concept_version_step (version_id, position, state, decided_by, resolution,"
                    + " account_name, created_at, modified_at, version)"
                    + " SELECT id, 9, 'published', '', '', 'x', now(), now(), 0 FROM concept_version");
        }
        assertThat(page(home + "/konzept"))
                .contains("Kurs am Abend", "Amt für Migration", "Alle finden einen Kurs.")
                .doesNotContain("Musterfrau");
        assertThat(page(home)).contains("Konzept lesen").doesNotContain("Ampeldokument lesen");
    }

    @Test
    void passesABarrierOnByMailWithoutACookie() throws Exception {
        settings("", "dl-by-de/2.0", "barrierefrei@kreis.example");
        var answer = barrier(Map.of("place", "Ampel", "text", "Das Bild hat keine Worte.", "answer", "a@b.example"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(platform.in(county, () -> platform.bean(Mailbag.class).bodies("Das Bild hat keine Worte.")))
                .singleElement()
                .asString()
                .contains("Wo: Ampel", "Antwort an: a@b.example");

        var wrong = barrier(Map.of("place", "Ampel", "text", "", "answer", "a@b.example\r\nBcc: c@d.example"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Schreiben Sie, was im Weg war.", "name@kreis.example", "value=\"Ampel\"");
        var foreign = platform.send(post(Map.of("text", "x")).header("Sec-Fetch-Site", "cross-site"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        HttpResponse<String> last = answer;
        for (int i = 0; i < 5; i++) {
            last = barrier(Map.of("text", "Noch eine Barriere"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
    }

    @Test
    void showsNothingOfASuspendedCountyOrToWhoMayNotRelease() throws Exception {
        Workspace suspended = platform.county(TenantState.SUSPENDED);
        assertThat(platform.page("/" + suspended.slug() + "/oeffentlich", "").statusCode())
                .isEqualTo(403);
        String path = "/" + county.slug() + "/ampel/staende/" + stand + "/veroeffentlichen";
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            assertThat(platform.page(path, platform.cookie(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        Workspace other = platform.county();
        assertThat(platform.page(path.replace(county.slug(), other.slug()), platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    private void release() throws Exception {
        String path = "/" + county.slug() + "/ampel/staende/" + stand + "/veroeffentlichen";
        assertThat(platform.form(path, path, lead, Map.of("unread", "true")).statusCode())
                .isEqualTo(303);
    }

    private void write(String text) throws Exception {
        String path = "/" + county.slug() + "/ampel/staende/" + stand + "/texte/gesamt";
        String version = platform.page(path, lead).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(platform.form(path, path, lead, Map.of("version", version, "summary", text))
                        .statusCode())
                .isEqualTo(303);
    }

    private void settings(String plain, String licence, String email) throws Exception {
        String path = "/" + county.slug() + "/veroeffentlichung";
        var fields = Map.of("version", "0", "plainText", plain, "licence", licence, "email", email);
        assertThat(platform.form(path, path, lead, fields).statusCode()).isEqualTo(303);
        assertThat(platform.form(path, path, lead, fields).statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> barrier(Map<String, String> fields) throws Exception {
        return platform.send(post(fields));
    }

    private HttpRequest.Builder post(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return platform.request(home + "/barriere")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String page(String path) throws Exception {
        var answer = platform.page(path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
