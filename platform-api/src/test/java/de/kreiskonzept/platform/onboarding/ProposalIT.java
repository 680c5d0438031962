package de.kreiskonzept.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decided answers propose, and one confirmation creates; nothing happens by itself. */
@ExtendWith(PlatformUnderTest.Given.class)
class ProposalIT {
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String start;
    private String lead;

    ProposalIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        start = "/" + county.slug() + "/start";
        lead = platform.cookie(county, Roles.LEAD);
    }

    private String body(String path) throws Exception {
        var answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void decide(String question, String... fields) throws Exception {
        String page = start + "/fragen/" + question;
        var version = VERSION.matcher(body(page));
        assertThat(version.find()).isTrue();
        var form = new HashMap<>(Map.of("version", version.group(1), "state", "decided"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put("feld-" + fields[i], fields[i + 1]);
        }
        assertThat(platform.form(page, page, lead, form).statusCode()).isEqualTo(303);
    }

    private String digest() throws Exception {
        var digest = DIGEST.matcher(body(start + "/vorschlaege"));
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private HttpResponse<String> confirm(String digest, String action) throws Exception {
        String page = start + "/vorschlaege";
        return platform.form(page, page, lead, Map.of("digest", digest, "action", action));
    }

    @Test
    void depthBecomesTheStructureOfANewConceptAndAnotherDepthAsksAgain() throws Exception {
        assertThat(body(start + "/vorschlaege")).contains("Noch kein Vorschlag");
        decide("depth", "depth", "framework");
        assertThat(body(start + "/vorschlaege")).contains("Rahmenkonzept mit Leitlinien", "würde neu angelegt");
        assertThat(confirm(digest(), "profile").statusCode()).isEqualTo(303);
        assertThat(body("/" + county.slug() + "/konzept")).contains("Integrationskonzept " + county.name());
        assertThat(body(start + "/vorschlaege"))
                .contains("Angelegt", "aus der Frage „Wie tief soll das Konzept gehen?“");
        assertThat(body(start + "/fragen/depth")).contains(start + "/vorschlaege");

        decide("depth", "depth", "detailed", "shape", "chapters");
        assertThat(body(start + "/vorschlaege")).contains("Kapitel und Unterkapitel", "würde geändert");
        assertThat(confirm(digest(), "profile").statusCode()).isEqualTo(303);
        assertThat(body(start + "/vorschlaege")).doesNotContain("würde geändert");
    }

    @Test
    void organisationsAreTakenOnceAndStayWhenTheAnswerDropsThem() throws Exception {
        decide("supporters", "outside", "Caritas Musterkreis\nAWO Musterkreis", "migrants", "yes");
        assertThat(confirm(digest(), "organisation:Caritas Musterkreis").statusCode())
                .isEqualTo(303);
        assertThat(body("/" + county.slug() + "/organisationen"))
                .contains("Caritas Musterkreis")
                .doesNotContain("AWO Musterkreis");
        decide("supporters", "outside", "AWO Musterkreis", "migrants", "yes");
        assertThat(body(start + "/vorschlaege")).contains("Nicht mehr vorgeschlagen", "Caritas Musterkreis");
        assertThat(body("/" + county.slug() + "/organisationen")).contains("Caritas Musterkreis");
    }

    @Test
    void theProcessBeginsFromItsAnswerAndMovesWithIt() throws Exception {
        decide("project", "as_project", "yes", "begin", "01/2027");
        assertThat(body(start + "/vorschlaege")).contains("Brief der Verwaltungsspitze (01/2027)");
        assertThat(confirm(digest(), "process").statusCode()).isEqualTo(303);
        assertThat(body("/" + county.slug() + "/ablauf")).contains("01/2027", "0 von 9");

        decide("project", "as_project", "yes", "begin", "04/2027");
        assertThat(body(start + "/vorschlaege")).contains("würde geändert");
        assertThat(confirm(digest(), "process").statusCode()).isEqualTo(303);
        assertThat(body("/" + county.slug() + "/ablauf"))
                .contains("04/2027", "0 von 9")
                .doesNotContain("01/2027");
    }

    private void confirmed(String action) throws Exception {
        assertThat(confirm(digest(), action).statusCode()).as(action).isEqualTo(303);
    }

    private String linked(String title) throws Exception {
        var link = Pattern.compile("href=\"(/[^\"]+/gremien/[^\"]+)\">Gremium gründen: " + title)
                .matcher(body(start + "/vorschlaege"));
        assertThat(link.find()).as(title).isTrue();
        return body(link.group(1));
    }

    @Test
    void committeesArePlannedWithTheirSeatsAndFollowTheirAnswers() throws Exception {
        decide("project", "as_project", "yes", "begin", "01/2027", "working_groups", "Sprache");
        assertThat(body(start + "/vorschlaege")).contains("Steuerungsgruppe Integration", "12 feste Sitze");
        confirmed("steering_group");
        confirmed("working_group:Arbeitsgruppe Sprache");
        assertThat(linked("Steuerungsgruppe Integration")).contains("geplant", "Ämter und Fachbereiche", "12 bis 14");
        assertThat(linked("Arbeitsgruppe Sprache")).contains("Steuerungsgruppe Integration");
        assertThat(body(start + "/vorschlaege")).doesNotContain("würde neu angelegt: Gremium");

        String own = start + "/checkliste";
        var text = Pattern.compile("(?s)<textarea[^>]*>(.*?)</textarea>").matcher(body(own));
        assertThat(text.find()).isTrue();
        String changed = unescaped(text.group(1)).replace("Fachbereiche, number: 4", "Fachbereiche, number: 6");
        assertThat(platform.form(own, own, lead, Map.of("content", changed, "version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(start + "/vorschlaege")).contains("würde geändert", "14 feste Sitze");
        confirmed("steering_group");
        assertThat(linked("Steuerungsgruppe Integration")).contains("14 bis 16");
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void aCommitteeThatIsThereAlreadyIsTakenAsItIs() throws Exception {
        String api = "/api/v1/" + county.slug() + "/committees";
        platform.post(
                api,
                platform.token(county, Roles.LEAD),
                "{\"name\":\"Steuerungsgruppe Integration\",\"kind\":\"steering_group\",\"rank\":1}");
        decide("project", "as_project", "yes", "begin", "01/2027");
        confirmed("steering_group");
        assertThat(linked("Steuerungsgruppe Integration"))
                .contains("Keine festen Sitze")
                .doesNotContain("Ämter und Fachbereiche");
        assertThat(platform.get(api, platform.token(county, Roles.READER))
                        .body()
                        .split("\"kind\""))
                .hasSize(2);
    }

    @Test
    void anInvitationNeedsAnAddressAndGivesTheLeastRoleOnce() throws Exception {
        decide("project", "as_project", "yes", "begin", "01/2027", "group_leads", "Ada Muster");
        String page = start + "/vorschlaege";
        assertThat(body(page)).contains("E-Mail-Adresse von Ada Muster");
        var without = platform.form(
                page, page, lead, Map.of("digest", digest(), "action", "invitation:Ada Muster", "mail-2", "ada"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Geben Sie die E-Mail-Adresse ein", "value=\"ada\"");
        assertThat(platform.form(
                                page,
                                page,
                                lead,
                                Map.of(
                                        "digest",
                                        digest(),
                                        "action",
                                        "invitation:Ada Muster",
                                        "mail-2",
                                        "Ada@Kreis.example"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page("/" + county.slug() + "/konten", platform.cookie(county, Roles.ADMIN))
                        .body())
                .contains("ada@kreis.example", "Mitglied eines Gremiums");
        assertThat(body(page)).contains("Angelegt").doesNotContain("E-Mail-Adresse von Ada Muster");
    }

    @Test
    void nothingIsCreatedWithoutAChoiceOrFromAListThatHasChanged() throws Exception {
        decide("depth", "depth", "framework");
        String old = digest();
        String page = start + "/vorschlaege";
        assertThat(platform.form(page, page, lead, Map.of("digest", old)).statusCode())
                .isEqualTo(422);
        decide("supporters", "outside", "AWO Musterkreis", "migrants", "yes");
        var stale = confirm(old, "profile");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("inzwischen geändert", "AWO Musterkreis");
        assertThat(body("/" + county.slug() + "/organisationen")).doesNotContain("AWO Musterkreis");
        for (String role : new String[] {Roles.EDITOR, Roles.READER}) {
            assertThat(platform.page(page, platform.cookie(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }
}
