package de.kreiskonzept.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a county demands of its accounts, and what an admin does for somebody who has lost the second factor. */
@ExtendWith(PlatformUnderTest.Given.class)
class AccountRuleIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;
    private String admin;
    private People.SignedInAccount reader;

    AccountRuleIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdminAndAReader() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        admin = platform.token(county, Roles.ADMIN);
        reader = platform.in(county, () -> platform.bean(People.class).account(county, Roles.READER));
    }

    @Test
    void letsNobodyDoAnythingBeforeASecondFactorIsSetUpWhereTheCountyDemandsIt() throws Exception {
        var cookie = "kk_session=" + reader.token();
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(200);

        demand();

        assertThat(platform.page(home, cookie).headers().firstValue("Location"))
                .contains(home + "konto/zweiter-faktor");
        assertThat(platform.page(home + "konto", cookie).headers().firstValue("Location"))
                .contains(home + "konto/zweiter-faktor");
        var refused = platform.get(api + "konto/sitzungen", reader.token());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/second-factor-not-set-up");
        assertThat(platform.page(home + "konto/zweiter-faktor", cookie).body())
                .contains("Für Ihr Konto ist ein zweiter Faktor vorgeschrieben")
                .doesNotContain("kk-nav", "kk-search");
        assertThat(platform.page(home + "oeffentlich", cookie).statusCode()).isNotEqualTo(303);

        var app = enrol(reader.token());
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(200);
        assertThat(platform.get(api + "konto/zweiter-faktor", reader.token()).body())
                .contains("\"required\":true");
        assertThat(platform.page(home + "konto/zweiter-faktor/abschalten", cookie)
                        .statusCode())
                .isEqualTo(409);
        assertThat(platform.form(home + "konto", home + "abmelden", cookie, Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(app).isNotNull();
    }

    @Test
    void demandsNothingOfAnotherCounty() throws Exception {
        var other = platform.county();
        demand();
        assertThat(platform.page("/" + other.slug() + "/", platform.cookie(other, Roles.READER))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void changesTheRuleByThePageAndOnlyFromTheVersionThatWasRead() throws Exception {
        var page = home + "konten/zweiter-faktor";
        var cookie = "kk_session=" + admin;
        assertThat(platform.form(page, page, cookie, Map.of("version", "0"))
                        .headers()
                        .firstValue("Location"))
                .contains(page + "?gespeichert=ja");
        var late = platform.form(page, page, cookie, Map.of("version", "0", "all", "ja"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("name=\"all\" type=\"checkbox\" value=\"ja\" checked");
        assertThat(platform.get(api + "konten/zweiter-faktor", admin).body())
                .contains("\"secondFactorForAll\":false", "\"version\":1");
        assertThat(platform.page(page, "kk_session=" + reader.token()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsALostSecondFactorAndTellsThePerson() throws Exception {
        enrol(reader.token());
        var answer = delete("konten/" + reader.id() + "/zweiter-faktor", admin);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(platform.get(api + "konto/sitzungen", reader.token()).statusCode())
                .isEqualTo(401);
        assertThat(platform.in(county, () -> platform.bean(Mailbag.class).bodies("der zweite Faktor Ihres Kontos")))
                .singleElement()
                .asString()
                .contains(home + "konto/zweiter-faktor");
        assertThat(delete("konten/" + reader.id() + "/zweiter-faktor", admin).statusCode())
                .isEqualTo(409);
    }

    @Test
    void givesNobodyAnotherRoleWithoutAFreshCode() throws Exception {
        enrol(admin);
        var change = "{\"role\":\"lead\"}";
        assertThat(patch("konten/" + reader.id(), change).statusCode()).isEqualTo(200);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(patch("konten/" + reader.id(), change).body()).contains("/problems/fresh-code-required");
        var page = home + "konten/" + reader.id();
        assertThat(platform.form(page, page + "/rolle", "kk_session=" + admin, Map.of("role", "admin", "version", "1"))
                        .body())
                .doesNotContain("Die Rolle ist gespeichert");
        assertThat(platform.get(api + "konten/" + reader.id(), admin).body()).contains("\"role\":\"lead\"");
    }

    private HttpResponse<String> patch(String path, String json) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void endsNoSecondFactorWithoutAFreshCodeOfAnAdminWhoHasOneNorTheOwn() throws Exception {
        enrol(reader.token());
        var own = platform.in(county, () -> platform.bean(People.class).account(county, Roles.ADMIN));
        enrol(own.token());
        assertThat(delete("konten/" + own.id() + "/zweiter-faktor", own.token()).body())
                .contains("/problems/own-second-factor");

        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(delete("konten/" + reader.id() + "/zweiter-faktor", own.token())
                        .body())
                .contains("/problems/fresh-code-required");
        assertThat(delete("konten/" + reader.id() + "/zweiter-faktor", reader.token())
                        .statusCode())
                .isEqualTo(403);
    }

    private void demand() throws Exception {
        var answer = platform.send(platform.request(api + "konten/zweiter-faktor")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"secondFactorForAll\":true}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
    }

    private Authenticator enrol(String token) throws Exception {
        var offer =
                platform.post(api + "konto/zweiter-faktor/angebot", token, "").body();
        var app = new Authenticator(field(offer, "secret"));
        var kept = platform.post(
                api + "konto/zweiter-faktor",
                token,
                "{\"offer\":\"%s\",\"code\":\"%s\"}"
                        .formatted(
                                field(offer, "offer"),
                                app.code(platform.bean(MovableClock.class).instant())));
        assertThat(kept.statusCode()).isEqualTo(200);
        return app;
    }

    private HttpResponse<String> delete(String path, String token) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
