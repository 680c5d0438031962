package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class BadInputIT {
    private static final String ENTRY = "{\"ags\":\"%s\",\"contactName\":\"Änne Müller\",\"email\":\"a@b.example\"}";

    private final ConsoleUnderTest console;
    private Tenant tenant;

    BadInputIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void anActiveWorkspace() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(console.bean(Decision.class)
                .enter(request, Actor.without("Test"))
                .tenantId());
        console.bean(Provisioning.class).complete(id);
        tenant = console.bean(Tenants.class).get(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                   | nicht lesbar",
                "[]                                                                  | Bitte",
                "{}                                                                  | Bitte",
                "{\"ags\":\"%s\",\"contactName\":\"A\"}                              | „email“",
                "{\"ags\":\"%s\",\"contactName\":\"A\",\"email\":\"a@b.example\",\"boss\":1} | „boss“",
                "{\"ags\":\"%s\",\"contactName\":{},\"email\":\"a@b.example\"}     | Bitte",
                "{\"ags\":\"%s\",\"contactName\":\"A\\u0000\",\"email\":\"a@b.example\"} | Steuerzeichen",
                "{\"ags\":\"x\",\"contactName\":\"A\",\"email\":\"a@b.example\"}     | Bitte"
            })
    void refusesWrongDocumentsWithASentence(String json, String words) {
        var county = console.county();
        var answer = console.post(
                "/api/v1/tenants", "operator", json.replace("%s", county.ags().text()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        isAProblem(answer);
        assertThat(answer.body()).contains(words);
        assertThat(console.bean(Tenants.class).findLiving(county.ags())).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndWhatIsTooLarge() {
        var county = console.county();
        var json = ENTRY.formatted(county.ags());
        var tooLong = console.post("/api/v1/tenants", "operator", json.replace("Änne", "Ä".repeat(200)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("200");
        var tooLarge = console.post("/api/v1/tenants", "operator", json.replace("Änne", "A".repeat(21_000_000)));
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        isAProblem(tooLarge);
        assertThat(console.bean(Tenants.class).findLiving(county.ags())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gibt-es-nicht, 404",
        "tenants/keine-nummer, 404",
        "tenants/00000000-0000-7000-8000-000000000000, 404",
        "signups/keine-nummer, 404",
        "signups/00000000-0000-7000-8000-000000000000, 404",
        "tenants?page=-1, 400",
        "tenants?size=101, 400",
        "tenants?size=x, 400",
        "tenants?state=happy, 400",
        "signups?state=happy, 400",
        "signups?page=99999999, 400",
        "audit?size=0, 400",
        "counties?page=x, 400",
        "tenants?search=%00, 400"
    })
    void answersStrangeAddresses(String path, int status) {
        var answer = console.get("/api/v1/" + path, "operator");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        isAProblem(answer);
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        var path = "/api/v1/tenants/" + tenant.id();
        var deleted = console.send(bearer(path).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(405);
        isAProblem(deleted);
        var xml = console.send(bearer("/api/v1/tenants")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(xml.statusCode()).isEqualTo(415);
        isAProblem(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zustand", "erneut", "einladen"})
    void formsOfAWorkspaceRefuseWhatIsWrong(String action) {
        var path = "/arbeitsbereiche/" + tenant.id();
        var before = console.bean(Tenants.class).get(tenant.id());
        var browser = console.browser("operator");
        browser.get(path);
        for (var fields : Arrays.asList(
                Map.of("action", "suspend", "version", "keine"),
                Map.of("action", "suspend", "version", "999", "reason", "Grund"),
                Map.of("action", "suspend", "version", "1", "reason", "\0"),
                Map.of("action", "suspend", "version", "1", "reason", "x".repeat(1001)))) {
            if (action.equals("einladen")) {
                continue;
            }
            var answer = browser.post(path + "/" + action, fields);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            isAGermanPage(answer);
        }
        assertThat(browser.post("/arbeitsbereiche/keine-nummer/" + action, Map.of())
                        .statusCode())
                .isBetween(400, 404);
        assertThat(browser.post(
                                "/arbeitsbereiche/00000000-0000-7000-8000-000000000000/" + action,
                                Map.of("action", "suspend", "version", "0", "reason", "G"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.bean(Tenants.class).get(tenant.id())).isEqualTo(before);
    }

    @Test
    void formsOfARequestRefuseWhatIsWrong() {
        var browser = console.browser("operator");
        browser.get("/antraege");
        for (var path : Arrays.asList("/antraege/keine-nummer", "/antraege/00000000-0000-7000-8000-000000000000")) {
            assertThat(browser.get(path).statusCode()).isBetween(400, 404);
            isAGermanPage(browser.post(path + "/annehmen", Map.of()));
            isAGermanPage(browser.post(path + "/ablehnen", Map.of("reason", "Grund")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/arbeitsbereiche?zustand=happy",
                "/arbeitsbereiche?page=x",
                "/arbeitsbereiche?suche=%00",
                "/antraege?zustand=happy",
                "/antraege?page=x",
                "/protokoll?page=x",
                "/gibt-es-nicht",
                "/registrieren/kreise?page=x",
                "/registrieren/bestaetigen/falsch"
            })
    void pagesAnswerStrangeAddressesInGerman(String path) {
        var answer = console.browser("operator").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
        isAGermanPage(answer);
    }

    @Test
    void pagesShowMarkupAsText() {
        var answer = console.browser("operator").get("/arbeitsbereiche?suche=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("&lt;script").doesNotContain("<script>alert");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var browser = console.browser("operator");
        var answer = browser.post("/arbeitsbereiche/" + tenant.id() + "/einladen", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpRequest.Builder bearer(String path) {
        return console.request(path).header("Authorization", "Bearer " + console.token("operator"));
    }

    private void isAProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + answer.statusCode(), "\"detail\":\"")
                .doesNotContain(tenant.schema(), "Exception", "io.micronaut", "SELECT");
    }

    private void isAGermanPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body())
                .contains("lang=\"de\"", "Kreiskonzept")
                .doesNotContain(tenant.schema(), "Exception", "io.micronaut", "SELECT");
    }
}
