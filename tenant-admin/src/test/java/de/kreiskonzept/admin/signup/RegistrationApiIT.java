package de.kreiskonzept.admin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.TenantState;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class RegistrationApiIT {
    private static final Pattern TOKEN = Pattern.compile("/registrieren/bestaetigen/([\\w-]{43})");

    private final ConsoleUnderTest console;

    RegistrationApiIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void takesARequestAndItsConfirmationFromAProgramWithoutAccount() {
        var county = console.county();
        var asked = post("/api/v1/registrations", json(county));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(asked.body())
                .contains("\"ags\":\"" + county.ags() + "\"", "\"state\":\"requested\"", "confirmUntil");
        assertThat(post("/api/v1/registrations", json(county)).statusCode()).isEqualTo(202);

        var mails = console.mails(address(county));
        assertThat(mails).hasSize(1);
        var token = TOKEN.matcher(mails.getFirst().body());
        assertThat(token.find()).isTrue();
        var confirmation = "{\"token\":\"" + token.group(1) + "\"}";
        var confirmed = post("/api/v1/registrations/confirm", confirmation);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.body()).contains("\"state\":\"verified\"").doesNotContain("confirmUntil\":\"");
        assertThat(post("/api/v1/registrations/confirm", confirmation).statusCode())
                .isEqualTo(404);
        var other = json(county).replace("Änne", "Anna");
        var refused = post("/api/v1/registrations", other);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("liegt schon ein Antrag vor");
        assertThat(tenant(county)).isEqualTo(TenantState.VERIFIED);
    }

    @Test
    void listsTheCountiesInParts() {
        var part = get("/api/v1/counties?size=100&page=3");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.headers().firstValue("Link").orElse(""))
                .contains("page=2&size=100>; rel=\"prev\"", "page=3&size=100>; rel=\"last\"")
                .doesNotContain("next");
        assertThat(get("/api/v1/counties?search=karlsruhe").body())
                .contains("\"ags\":\"08212\"", "\"ags\":\"08215\"", "\"type\":\"kreisfreie_stadt\"");
        assertThat(get("/api/v1/catalogue").body()).contains("\"counties\":400", "\"status\":\"20", "\"source\":\"");
        assertThat(get("/api/v1/counties?size=101").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/counties?search=" + "x".repeat(101)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ags\":\"%s\"       | \"ags\":\"8335\"",
                "\"ags\":\"%s\"       | \"ags\":\"99999\"",
                "\"ags\":\"%s\"       | \"ags\":8335",
                "\"ags\":\"%s\",      | ",
                "Änne Müller          | \\u0000",
                "integration@         | @",
                "true                 | false",
                "true                 | true,\"boss\":1"
            })
    void refusesWhatIsMissingOrWrong(String part, String instead) {
        var county = console.county();
        var json = json(county).replace(part.formatted(county.ags()), instead == null ? "" : instead);
        var answer = post("/api/v1/registrations", json);
        assertThat(answer.statusCode()).as(json + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\":\"");
        assertThat(console.bean(Tenants.class).findLiving(county.ags())).isEmpty();
    }

    private TenantState tenant(County county) {
        return console.bean(Tenants.class)
                .findLiving(county.ags())
                .orElseThrow()
                .state();
    }

    private HttpResponse<String> get(String path) {
        return console.send(console.request(path).GET());
    }

    private HttpResponse<String> post(String path, String json) {
        return console.send(
                console.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private static String json(County county) {
        return "{\"ags\":\"%s\",\"contactName\":\"Änne Müller\",\"email\":\"%s\",\"agreement\":true}"
                .formatted(county.ags(), address(county));
    }

    private static String address(County county) {
        return "integration@k" + county.ags() + ".example";
    }
}
