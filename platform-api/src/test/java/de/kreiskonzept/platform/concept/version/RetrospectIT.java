package de.kreiskonzept.platform.concept.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new version looks back on the goals of the version before, dropped ones too. */
@ExtendWith(PlatformUnderTest.Given.class)
class RetrospectIT {
    private final PlatformUnderTest platform;
    private final ObjectMapper json = new ObjectMapper();
    private RevisedCounty revised;
    private Workspace county;
    private String lead;
    private String cookie;
    private UUID kept;
    private UUID dropped;
    private String draft;

    RetrospectIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aRevision() throws Exception {
        revised = RevisedCounty.on(platform);
        county = revised.county();
        lead = revised.lead();
        cookie = platform.cookie(county, Roles.LEAD);
        kept = revised.kept();
        dropped = revised.dropped();
        draft = revised.draft();
    }

    @Test
    void beginsWithNothingSaidOfAnyGoal() throws Exception {
        JsonNode all = read(api(draft, ""));
        assertThat(all).hasSize(2);
        assertThat(all.at("/0/attainment").asText()).isEqualTo("open");
        assertThat(all.at("/0/successorIds")).hasSize(1);
        assertThat(all.at("/1/goalId").asText()).isEqualTo(dropped.toString());
        assertThat(all.at("/1/successorIds")).isEmpty();
        assertThat(all.at("/1").hasNonNull("assessedAt")).isFalse();
        assertThat(platform.get(api(revised.base(), ""), lead).statusCode()).isEqualTo(409);
    }

    @Test
    void keepsWhoSaidWhatAndWhenWithItsHistory() throws Exception {
        assertThat(put(kept, "{\"attainment\":\"partly_attained\",\"explanation\":\"In drei Orten.\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        JsonNode said = read(api(draft, "/" + kept));
        assertThat(said.at("/explanation").asText()).isEqualTo("In drei Orten.");
        assertThat(said.at("/assessedBy").asText()).isNotEmpty();
        assertThat(said.hasNonNull("assessedAt")).isTrue();
        assertThat(put(kept, "{\"attainment\":\"attained\"}", "\"1\"").statusCode())
                .isEqualTo(200);
        assertThat(put(kept, "{\"attainment\":\"open\"}", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(put(kept, "{\"attainment\":\"open\"}", null).statusCode()).isEqualTo(428);

        JsonNode history = read(api(draft, "/" + kept + "/history"));
        assertThat(history).hasSize(4);
        assertThat(history.findValuesAsText("after")).contains("attained", "partly_attained", "In drei Orten.", "");
        assertThat(platform.get(api(draft, "/" + kept + "/history"), platform.token(county, Roles.READER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatItCannotKeep() throws Exception {
        assertThat(put(kept, "{\"attainment\":\"fast\"}", "\"0\"").statusCode()).isEqualTo(422);
        assertThat(put(kept, "{}", "\"0\"").statusCode()).isEqualTo(422);
        String longer = "x".repeat(5001);
        assertThat(put(kept, "{\"attainment\":\"attained\",\"explanation\":\"" + longer + "\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(kept, "{\"attainment\":\"attained\",\"explanation\":\"a\\u0000b\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(UUID.randomUUID(), "{\"attainment\":\"attained\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(404);
        Workspace other = platform.county();
        assertThat(platform.page(
                                "/" + other.slug() + "/konzept/fassung/" + draft + "/rueckblick",
                                platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isFrozenWithItsVersionAndNotCopiedIntoTheNextOne() throws Exception {
        put(kept, "{\"attainment\":\"attained\"}", "\"0\"");
        String next = revised.revise(draft);
        assertThat(put(kept, "{\"attainment\":\"open\"}", "\"1\"").statusCode()).isEqualTo(409);
        JsonNode later = read(api(next, ""));
        assertThat(later).hasSize(1);
        assertThat(later.at("/0/attainment").asText()).isEqualTo("open");
        assertThat(later.at("/0/text").asText()).isEqualTo("Mehr Kurse am Abend");
        assertThat(read(api(draft, "/" + kept)).at("/attainment").asText()).isEqualTo("attained");
    }

    @Test
    void theLeadWritesOnThePageAndKeepsBothTextsWhereSomebodyWasFaster() throws Exception {
        String page = "/" + county.slug() + "/konzept/fassung/" + draft + "/rueckblick";
        assertThat(show("/" + county.slug() + "/konzept?version=" + draft)).contains("/rueckblick\"");
        assertThat(show(page)).contains("Ein Kurs in jeder Gemeinde", "In keinem Ziel", "noch nicht bewertet");
        String one = page + "/" + dropped;
        assertThat(show(one)).contains("gibt es dazu kein Ziel mehr", "Speichern");
        var wrong = platform.form(
                one, one, cookie, Map.of("version", "0", "attainment", "fast", "explanation", "Zu <teuer>"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-attainment\"", "Zu &lt;teuer&gt;");

        assertThat(write(one, "0", "not_pursued", "Zu teuer.").statusCode()).isEqualTo(303);
        assertThat(show(page + "?stand=not_pursued")).contains("Zu teuer.").doesNotContain("Mehr Kurse am Abend<");
        var stale = write(one, "0", "not_attained", "Zu spät.");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Gespeichert ist inzwischen", "Zu teuer.", "Zu spät.", "value=\"1\"");
        assertThat(write(one, "1", "not_attained", "Zu spät.").statusCode()).isEqualTo(303);
        assertThat(show(one)).contains("teuer.</del>", "spät.</ins>");
    }

    @Test
    void keepsWhatIsTypedAsADraftUntilItIsSaved() throws Exception {
        String page = "/" + county.slug() + "/konzept/fassung/" + draft + "/rueckblick/" + kept;
        assertThat(show(page)).contains(page + "/entwurf");
        var fields = Map.of("version", "0", "attainment", "attained", "explanation", "Noch nicht fertig");
        assertThat(platform.form(page, page + "/entwurf/anwesend", cookie, fields)
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.form(page, page + "/entwurf", cookie, fields).body())
                .contains("Entwurf gesichert");
        assertThat(show(page)).contains("Weiterschreiben", "Noch nicht fertig").doesNotContain("<textarea");
        assertThat(show(page + "?entwurf=ja")).contains("Noch nicht fertig", "value=\"attained\" checked");
        assertThat(platform.form(page, page, cookie, fields).statusCode()).isEqualTo(303);
        assertThat(show(page)).contains("<textarea").doesNotContain("Weiterschreiben");
        platform.form(page, page + "/entwurf", cookie, Map.of("version", "1", "attainment", "open"));
        assertThat(platform.form(page, page + "/entwurf/verwerfen", cookie, Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(show(page)).contains("value=\"attained\" checked");
    }

    @Test
    void standsInTheComparisonAndAtTheGoalsThatDescendFromIt() throws Exception {
        put(kept, "{\"attainment\":\"partly_attained\",\"explanation\":\"Nur in der Kreisstadt.\"}", "\"0\"");
        put(dropped, "{\"attainment\":\"not_pursued\",\"explanation\":\"Keine Lehrkräfte.\"}", "\"0\"");
        assertThat(show("/" + county.slug() + "/konzept/fassungen/" + draft + "/vergleich?alle=ja"))
                .contains("nicht mehr verfolgt", "Keine Lehrkräfte.", "Nur in der Kreisstadt.");
        String section = read("/api/v1/" + county.slug() + "/versions/" + draft + "/sections")
                .at("/0/id")
                .asText();
        assertThat(show("/" + county.slug() + "/konzept/abschnitte/" + section))
                .contains("teilweise erreicht", "Nur in der Kreisstadt.")
                .doesNotContain("Keine Lehrkräfte.");
    }

    @Test
    void theComparisonTellsWhatBecameOfIndicatorsAndFigures() throws Exception {
        String comparison = "/" + county.slug() + "/konzept/fassungen/" + draft + "/vergleich";
        assertThat(show(comparison)).contains("Indikator: Gemeinden mit Kurs in Personen");
        assertThat(show(comparison)).doesNotContain("Teilnehmende", "Zugezogene");
        assertThat(show(comparison + "?alle=ja"))
                .contains("Indikator: Teilnehmende in Personen", "Kennzahl: Zugezogene in Personen; 2023: 7");
    }

    @Test
    void onlyTheLeadWrites() throws Exception {
        String path = "/" + county.slug() + "/konzept/fassung/" + draft + "/rueckblick/" + kept;
        assertThat(platform.page(path, platform.cookie(county, Roles.READER)).body())
                .contains("noch nicht bewertet")
                .doesNotContain("<textarea");
        var request = platform.request(api(draft, "/" + kept))
                .header("Authorization", "Bearer " + platform.token(county, Roles.EDITOR))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString("{\"attainment\":\"attained\"}"));
        assertThat(platform.send(request).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> write(String path, String version, String attainment, String why) throws Exception {
        return platform.form(
                path, path, cookie, Map.of("version", version, "attainment", attainment, "explanation", why));
    }

    private String show(String path) throws Exception {
        var answer = platform.page(path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String api(String version, String rest) {
        return "/api/v1/" + county.slug() + "/versions/" + version + "/retrospects" + rest;
    }

    private JsonNode read(String path) throws Exception {
        var answer = platform.get(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> put(UUID goal, String body, @Nullable String tag) throws Exception {
        var request = platform.request(api(draft, "/" + goal))
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return platform.send(tag == null ? request : request.header("If-Match", tag));
    }
}
