package de.kreiskonzept.platform.resolution.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.resolution.PaperSite;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register: what stands in it, what it is filtered by, and what measures say of it. */
@ExtendWith(PlatformUnderTest.Given.class)
class RegisterIT {
    private final PlatformUnderTest platform;
    private PaperSite site;
    private String base;
    private String council;

    RegisterIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCouncil() throws Exception {
        site = new PaperSite(platform);
        base = "/" + site.county.slug() + "/beschluesse";
        council = site.found("Kreistag", "county_council");
    }

    @Test
    void keepsUpHowFarADecisionIsCarriedOut() throws Exception {
        String decision = PaperSite.location(site.send(base, decision("Die Stelle wird eingerichtet.")));
        assertThat(site.page(decision))
                .contains(
                        "Die Stelle wird eingerichtet.", "offen", "<dd>43</dd>", "nicht bekannt", "Mehrheit erreicht");
        var progress = Map.of("state", "in_progress", "responsible", "Amt 5", "due", "2018-01-31", "version", "0");
        assertThat(site.send(decision + "/bearbeiten", progress).statusCode()).isEqualTo(303);
        assertThat(site.page(decision)).contains("in Arbeit", "Amt 5", "31.01.2018", "überfällig");
        assertThat(site.send(decision + "/bearbeiten", progress).statusCode()).isEqualTo(412);
        assertThat(site.page("/" + site.county.slug() + "/")).contains("Überfällige Beschlüsse", "stand=overdue");
        var wrong = new HashMap<>(progress);
        wrong.put("state", "fertig");
        wrong.put("due", "31.02.2018");
        assertThat(site.send(decision + "/bearbeiten", wrong).body())
                .contains("Wählen Sie, wie weit der Beschluss umgesetzt ist.", "href=\"#f-due\"", "value=\"Amt 5\"");
    }

    @Test
    void linksDecisionsAndMeasuresInBothDirections() throws Exception {
        String decision = PaperSite.location(site.send(base, decision("Die Maßnahmen werden umgesetzt.")));
        String measure = "/" + site.county.slug() + "/konzept/massnahmen/" + site.measure;
        site.send(decision + "/massnahmen", Map.of("measure", site.measure.toString()));
        assertThat(site.page(decision)).contains(measure, "Sprachkurse am Abend");
        assertThat(site.page(measure)).contains("Trägt der Beschluss", decision, "Kreistag, 11.12.2017");
        assertThat(platform.page(measure, platform.cookie(site.county, Roles.READER))
                        .body())
                .doesNotContain("Trägt der Beschluss");
        site.send(decision + "/massnahmen/" + site.measure + "/loesen", Map.of());
        assertThat(site.page(measure)).doesNotContain("Trägt der Beschluss");
        assertThat(site.send(decision + "/massnahmen", Map.of("measure", council))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesExactlyWhatTheFilterLetsThrough() throws Exception {
        site.send(base, decision("Haushalt 2018"));
        var other = decision("Bericht zur Sprachförderung");
        other.put("day", "2018-03-01");
        other.put("state", "done");
        site.send(base, other);
        for (String query :
                List.of("?suche=Haushalt", "?bis=2017-12-31", "?stand=open", "?gremium=" + council + "&stand=open")) {
            assertThat(site.page(base + query)).contains("Haushalt 2018").doesNotContain("Sprachförderung");
            assertThat(new String(bytes(base + ".csv" + query).body(), StandardCharsets.UTF_8))
                    .contains("Haushalt 2018", ";43;2;;;", "Kreistag")
                    .doesNotContain("Sprachförderung");
        }
        assertThat(site.page(base + "?stand=overdue")).contains("Kein Beschluss passt");
        byte[] report = bytes(base + ".pdf?stand=done").body();
        assertThat(Conformity.complaints(report)).isEmpty();
        assertThat(Aloud.read(report))
                .contains("Stand der Beschlüsse", "Sprachförderung")
                .doesNotContain("Haushalt");
        assertThat(bytes(base + ".xlsx").body()).isNotEmpty();
    }

    @Test
    void readsThousandsInThreeStatements() throws Exception {
        try (var connection = ConceptSample.as(site.county);
                var insert = connection.prepareStatement("""
                        INSERT INTO resolution_decision SELECT gen_random_uuid(), NULL, NULL, ?::uuid, date '2000-01-01' + n, 'public',
                          'Beschluss ' || n, 3, NULL, NULL, NULL, NULL, NULL, '', 'more_than_half.cast', 'approved', 'open', '',
                          date '2000-02-01' + n, now(), now(), 0 FROM generate_series(1, 5000) n""")) {
            insert.setString(1, council);
            insert.executeUpdate();
        }
        var sent = platform.bean(Statements.class);
        sent.forget();
        assertThat(site.page(base + "?page=3")).contains("5.000 Beschlüsse", "page=4");
        assertThat(sent.about("resolution")).hasSizeLessThanOrEqualTo(2);
        assertThat(sent.about("committee")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void belongsToItsCountyAndToTheLead() throws Exception {
        String decision = PaperSite.location(site.send(base, decision("Nur für uns.")));
        String member = Members.cookie(new Members(platform, site.county).of(council));
        assertThat(platform.page(decision, member).body())
                .contains("Nur für uns.")
                .doesNotContain("/bearbeiten");
        assertThat(platform.page(decision + "/bearbeiten", member).statusCode()).isEqualTo(403);
        assertThat(platform.page(decision, platform.cookie(site.county, Roles.READER))
                        .statusCode())
                .isEqualTo(404);
        Workspace other = platform.county();
        assertThat(platform.page(decision.replace(site.county.slug(), other.slug()), platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithADecision() throws Exception {
        var wrong = decision("");
        wrong.put("committee", "x");
        wrong.put("day", "2999-01-01");
        wrong.put("result", "postponed");
        wrong.put("yes", "50");
        wrong.put("present", "45");
        var refused = site.send(base, wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Wählen Sie ein Gremium aus der Liste.", "Er darf nicht in der Zukunft liegen.")
                .contains("Wählen Sie das Ergebnis der Beratung.", "mehr Stimmen eingetragen", "value=\"50\"");
    }

    private Map<String, String> decision(String text) {
        return new HashMap<>(Map.of(
                "committee", council,
                "day", "2017-12-11",
                "publicity", "unknown",
                "result", "majority",
                "text", text,
                "yes", "43",
                "no", "2",
                "state", "open",
                "majority", "more_than_half.cast"));
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        platform.request(path)
                                .header("Accept", "*/*")
                                .header("Cookie", site.lead)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
