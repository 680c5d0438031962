package de.kreiskonzept.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county without a concept is led through the questions of the checklist. */
@ExtendWith(PlatformUnderTest.Given.class)
class OnboardingIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String start;
    private String lead;

    OnboardingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        start = "/" + county.slug() + "/start";
        lead = platform.cookie(county, Roles.LEAD);
    }

    private String body(String path, String cookie) throws Exception {
        var answer = platform.page(path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int save(String question, long version, String state, String... fields) throws Exception {
        return save(question, version, state, Map.of(), fields);
    }

    private int save(String question, long version, String state, Map<String, String> more, String... fields)
            throws Exception {
        String page = start + "/fragen/" + question;
        var form = new HashMap<>(more);
        form.put("version", String.valueOf(version));
        form.put("state", state);
        for (int i = 0; i < fields.length; i += 2) {
            form.put("feld-" + fields[i], fields[i + 1]);
        }
        return platform.form(page, page, lead, form).statusCode();
    }

    @Test
    void aNewWorkspaceBeginsWithTheMandateAndSeesWhatItHasOpened() throws Exception {
        assertThat(body("/" + county.slug() + "/", lead))
                .contains("Geführter Einstieg", "0 von 19 Fragen", start + "/fragen/mandate");
        assertThat(body(start, lead)).contains("1. Welchen Auftrag habe ich?", "noch nicht angesehen");
        assertThat(body(start + "/fragen/mandate", platform.cookie(county, Roles.READER)))
                .doesNotContain("Speichern");
        assertThat(body(start, lead)).doesNotContain("angesehen, noch offen");
        assertThat(body(start + "/fragen/mandate", lead)).contains("Worauf stützt sich Ihr Auftrag?", "Speichern");
        assertThat(body(start, lead)).contains("angesehen, noch offen");
    }

    @Test
    void anAnswerIsKeptWarnsAndCounts() throws Exception {
        String page = start + "/fragen/mandate";
        body(page, lead);
        assertThat(save("mandate", 1, "decided", "kind", "informal", "decided_on", "03/2026", "label", "Fachkräfte"))
                .isEqualTo(303);
        assertThat(body(page, lead))
                .contains(
                        "unter schlechten Bedingungen",
                        "value=\"informal\" checked",
                        "value=\"03/2026\"",
                        "Fachkräfte");
        assertThat(body(start, lead)).contains("1 von 19 Fragen", "entschieden", "1 Hinweis", "start/fragen/resources");
        assertThat(body(start + "/stand", platform.cookie(county, Roles.MEMBER)))
                .contains("formlose Bitte", "03/2026", "Zu beachten");
        assertThat(body(page + "/verlauf", platform.cookie(county, Roles.READER)))
                .contains("entschieden", "angesehen, noch offen", "formlose Bitte");
    }

    @Test
    void evidenceStandsBesideTheAnswer() throws Exception {
        String page = start + "/fragen/mandate";
        var form = new HashMap<>(Map.of(
                "version",
                "1",
                "state",
                "decided",
                "feld-kind",
                "resolution",
                "nachweis-resolution",
                "Kreistag 14.03.2026"));
        form.put("nachweis-link", "javascript:alert(1)");
        var refused = platform.form(page, page, lead, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-nachweis-link\"", "Kreistag 14.03.2026");
        form.put("nachweis-link", "https://kreis.example/vorlage/7");
        assertThat(platform.form(page, page, lead, form).statusCode()).isEqualTo(303);
        for (String path : new String[] {"/fragen/mandate", "/fragen/mandate/verlauf", "/stand"}) {
            assertThat(body(start + path, platform.cookie(county, Roles.READER)))
                    .as(path)
                    .contains("Kreistag 14.03.2026", "href=\"https://kreis.example/vorlage/7\"");
        }
    }

    @Test
    void warningsOfTwoQuestionsMeet() throws Exception {
        assertThat(save("resources", 1, "decided", "settled", "yes", "hours", "19,5", "contract_end", "31.12.2026"))
                .isEqualTo(303);
        assertThat(save("project", 1, "in_clarification", "begin", "01/2027", "end", "01/2028"))
                .isEqualTo(303);
        assertThat(body(start + "/fragen/project", lead))
                .contains("weniger als 18 Monate", "endet, bevor das Projekt endet");
        assertThat(body(start + "/fragen/resources", lead)).contains("endet, bevor das Projekt endet");
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() throws Exception {
        String page = start + "/fragen/project";
        var wrong = platform.form(
                page,
                page,
                lead,
                Map.of("version", "1", "state", "not_applicable", "feld-begin", "bald", "feld-chair", "Frau Muster"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-feld-begin\"", "href=\"#f-why\"", "value=\"bald\"", "Frau Muster");
        assertThat(save("project", 1, "decided", "chair", "Frau Muster")).isEqualTo(303);
        var stale = platform.form(
                page, page, lead, Map.of("version", "1", "state", "not_yet", "feld-chair", "Herr Beispiel"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains(
                        "inzwischen von jemand anderem",
                        "Herr Beispiel",
                        "Frau Muster",
                        "name=\"version\" value=\"2\"");
        assertThat(body(page, lead)).contains("Frau Muster").doesNotContain("Herr Beispiel");
    }

    @Test
    void anEditorAnswersOnlyWhatIsGivenToThem() throws Exception {
        String editor = platform.cookie(county, Roles.EDITOR);
        String page = start + "/fragen/approach";
        var form = Map.of("version", "0", "state", "decided", "feld-fit", "yes");
        assertThat(platform.form(start, page, editor, form).statusCode()).isEqualTo(403);
        String owner = body(page, lead).replaceAll("(?s).*<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*editor.*", "$1");
        assertThat(owner).hasSize(36);
        assertThat(save("approach", 1, "undecided", Map.of("owner", owner))).isEqualTo(303);
        assertThat(platform.form(page, page, editor, Map.of("version", "2", "state", "decided", "feld-fit", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.form(start, page, platform.cookie(county, Roles.READER), form)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherCountyAndAnotherQuestionAreNotFound() throws Exception {
        assertThat(platform.page(start + "/fragen/geheim", lead).statusCode()).isEqualTo(404);
        String other = "/" + platform.county().slug() + "/start";
        for (String path : new String[] {"", "/stand", "/fragen/mandate", "/fragen/mandate/verlauf"}) {
            assertThat(platform.page(other + path, lead).statusCode()).as(path).isIn(303, 404);
            assertThat(platform.page(other + path, lead).body()).doesNotContain("Welchen Auftrag");
        }
    }
}
