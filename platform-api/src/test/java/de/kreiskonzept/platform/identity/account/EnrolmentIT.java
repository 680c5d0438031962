package de.kreiskonzept.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Setting the first second factor up: a session that somebody left open is not enough. */
@ExtendWith(PlatformUnderTest.Given.class)
class EnrolmentIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String WRONG = "ein falsches Passwort";
    private static final String EMAIL = "leitung@kreis.example";
    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String page;
    private String api;
    private String token;
    private String session;

    EnrolmentIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somebodyWhoIsSignedIn() throws Exception {
        county = platform.county();
        page = "/" + county.slug() + "/konto/zweiter-faktor";
        api = "/api/v1/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create(EMAIL, "lead", PASSWORD));
        token = field(signIn().body(), "access_token");
        session = "kk_session=" + token;
    }

    @Test
    void asksForThePasswordAgainAndOffersTheSameSecretWhenItIsWrong() throws Exception {
        var offered = platform.page(page, session).body();
        var wrong = keep(offered, WRONG);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Das Passwort stimmt nicht.").doesNotContain(WRONG);
        assertThat(offer(wrong.body())).isEqualTo(offer(offered));
        assertThat(platform.get(api + "konto/zweiter-faktor", token).body()).doesNotContain("\"since\":\"");

        assertThat(keep(wrong.body(), PASSWORD).statusCode()).isEqualTo(200);
        assertThat(platform.get(api + "konto/zweiter-faktor", token).body()).contains("\"since\":\"");
    }

    @Test
    void countsAWrongPasswordAsAnAttemptToSignIn() throws Exception {
        var offered = platform.page(page, session).body();
        for (var guess = 0; guess < 5; guess++) {
            assertThat(keep(offered, WRONG).statusCode()).isEqualTo(422);
        }
        var stopped = keep(offered, PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body()).contains("zu viele Versuche");
        assertThat(offer(stopped.body())).isEqualTo(offer(offered));
        assertThat(signIn().statusCode()).isEqualTo(429);

        platform.bean(TestTicker.class).jump(Duration.ofMinutes(5));
        assertThat(keep(stopped.body(), PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void asksProgramsForThePasswordToo() throws Exception {
        var offered =
                platform.post(api + "konto/zweiter-faktor/angebot", token, "").body();
        var said = "{\"offer\":\"%s\",\"code\":\"%s\"".formatted(field(offered, "offer"), code(offered));
        for (var password : new String[] {"", ",\"password\":\"" + WRONG + "\""}) {
            var refused = platform.post(api + "konto/zweiter-faktor", token, said + password + "}");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("/problems/wrong-credentials", "Das Passwort stimmt nicht");
        }
        var kept = platform.post(api + "konto/zweiter-faktor", token, said + ",\"password\":\"" + PASSWORD + "\"}");
        assertThat(kept.statusCode()).isEqualTo(200);
    }

    @Test
    void asksForNoPasswordWhereACodeWasGivenJustNow() throws Exception {
        var offered = platform.page(page, session).body();
        assertThat(offered).contains("name=\"password\"");
        assertThat(keep(offered, PASSWORD).statusCode()).isEqualTo(200);
        var other = platform.page(page, session).body();
        assertThat(other).doesNotContain("name=\"password\"");
        assertThat(keep(other, "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> keep(String offered, String password) throws Exception {
        var code =
                Authenticator.of(offered).code(platform.bean(MovableClock.class).instant());
        return platform.form(page, page, session, Map.of("offer", offer(offered), "code", code, "password", password));
    }

    private String code(String offered) {
        return new Authenticator(field(offered, "secret"))
                .code(platform.bean(MovableClock.class).instant());
    }

    private HttpResponse<String> signIn() throws Exception {
        return platform.send(platform.request(api + "token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD))));
    }

    private static String offer(String page) {
        var offer = OFFER.matcher(page);
        assertThat(offer.find()).isTrue();
        return offer.group(1);
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
