package de.kreiskonzept.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Trail;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where somebody is signed in, and which devices are not asked for a code. */
@ExtendWith(PlatformUnderTest.Given.class)
class SessionsIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;

    SessionsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithSomebody() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create("amt@kreis.example", "lead", PASSWORD));
    }

    @Test
    void listsTheOwnSessionsInWordsAndEndsThem() throws Exception {
        var here = access(token("curl/8.5.0", ""));
        var there = access(token(FIREFOX, ""));
        platform.token(county, "reader");

        var list = platform.get(api + "konto/sitzungen", here).body();
        assertThat(ids(list)).hasSize(2);
        assertThat(list)
                .contains("\"device\":\"curl\"", "\"device\":\"Firefox, Windows\"")
                .doesNotContain("Mozilla");
        var page = platform.page(home + "konto", "kk_session=" + here).body();
        assertThat(page).contains("Wo Sie angemeldet sind", "Firefox, Windows", "diese Anmeldung");

        var other = list.replaceFirst("(?s).*\"id\":\"([^\"]+)\",\"device\":\"Firefox.*", "$1");
        assertThat(delete("konto/sitzungen/" + other, here).statusCode()).isEqualTo(204);
        assertThat(platform.get(api + "konto/sitzungen", there).statusCode()).isEqualTo(401);
        assertThat(delete("konto/sitzungen/" + other, here).statusCode()).isEqualTo(404);
    }

    @Test
    void endsNoSessionOfSomebodyElse() throws Exception {
        var mine = access(token("curl/8.5.0", ""));
        var reader = platform.token(county, "reader");
        var theirs = ids(platform.get(api + "konto/sitzungen", reader).body()).getFirst();
        assertThat(delete("konto/sitzungen/" + theirs, mine).statusCode()).isEqualTo(404);
        assertThat(platform.get(api + "konto/sitzungen", reader).statusCode()).isEqualTo(200);
    }

    @Test
    void endsAllOthersByThePage() throws Exception {
        var here = access(token(FIREFOX, ""));
        var there = access(token("curl/8.5.0", ""));
        var answer = platform.form(home + "konto", home + "konto/sitzungen/beenden", "kk_session=" + here, Map.of());
        assertThat(answer.headers().firstValue("Location")).contains(home + "konto?erledigt=beendet");
        assertThat(platform.get(api + "konto/sitzungen", there).statusCode()).isEqualTo(401);
        assertThat(ids(platform.get(api + "konto/sitzungen", here).body())).hasSize(1);
    }

    @Test
    void beginAndEndOfEachSessionStandInTheTrailAndSayNothingOfTheDevice() throws Exception {
        var here = access(token(FIREFOX, ""));
        var own = ids(platform.get(api + "konto/sitzungen", here).body());
        signIn("");
        token("curl/8.5.0", "");
        var others =
                new ArrayList<>(ids(platform.get(api + "konto/sitzungen", here).body()));
        others.removeAll(own);
        assertThat(delete("konto/sitzungen/" + others.getFirst(), here).statusCode())
                .isEqualTo(204);
        signIn("");
        platform.form(home + "konto", home + "konto/sitzungen/beenden", "kk_session=" + here, Map.of());
        platform.form(home + "konto", home + "konto/sitzungen/beenden", "kk_session=" + here, Map.of());
        platform.form(home + "konto", home + "abmelden", "kk_session=" + here, Map.of());

        assertThat(Trail.of(county, "actor_name || ' ' || action || ' ' || detail"))
                .containsExactly(
                        "Prüfperson lead session.opened program",
                        "Prüfperson lead session.opened browser",
                        "Prüfperson lead session.opened program",
                        "Prüfperson lead session.ended ",
                        "Prüfperson lead session.opened browser",
                        "Prüfperson lead session.others-ended 2",
                        "Prüfperson lead session.ended ");
        assertThat(Trail.of(county, "subject")).contains(others.getFirst(), own.getFirst());
    }

    @Test
    void aRefreshTokenThatComesTwiceStandsInTheTrailWithoutAName() throws Exception {
        var refresh = "{\"refresh_token\":\"" + field(token("curl/8.5.0", ""), "refresh_token") + "\"}";
        assertThat(platform.post(api + "token/refresh", "", refresh).statusCode())
                .isEqualTo(200);
        assertThat(platform.post(api + "token/refresh", "", refresh).statusCode())
                .isEqualTo(401);
        assertThat(platform.post(api + "token/refresh", "", refresh).statusCode())
                .isEqualTo(401);
        assertThat(Trail.of(county, "actor_name || ' ' || action"))
                .containsExactly("Prüfperson lead session.opened", "unbekannt session.repeated");
    }

    @Test
    void notesTheLastUse() throws Exception {
        var here = access(token("curl/8.5.0", ""));
        var before = platform.get(api + "konto/sitzungen", here).body();
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        platform.bean(de.kreiskonzept.platform.TestTicker.class).jump(Duration.ofSeconds(5));
        var after = platform.get(api + "konto/sitzungen", here).body();
        assertThat(lastUse(after)).isGreaterThan(lastUse(before));
    }

    private static String lastUse(String list) {
        return list.replaceFirst("(?s).*\"lastUsedAt\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void remembersABrowserForThisAccountUntilItIsRevokedOrThirtyDaysAreOver() throws Exception {
        var app = enrol(access(token("curl/8.5.0", "")));
        var device = remember(app);
        assertThat(device.toLowerCase(java.util.Locale.ROOT))
                .contains("httponly", "samesite=strict", "max-age=2592000", "path=" + home + ";");
        var cookie = device.split(";", 2)[0];

        var in = signIn(cookie);
        assertThat(set(in, "kk_session=")).isNotEmpty();
        var session = set(in, "kk_session=").split(";", 2)[0];
        assertThat(platform.page(home + "konto/zweiter-faktor", session)
                        .headers()
                        .firstValue("Location"))
                .as("a remembered device is no fresh code")
                .hasValueSatisfying(path -> assertThat(path).contains("konto/bestaetigen"));
        assertThat(set(signIn("kk_session_device=" + "A".repeat(43)), "kk_session="))
                .isEmpty();

        var token = session.substring(session.indexOf('=') + 1);
        var list = platform.get(api + "konto/geraete", token).body();
        assertThat(list).contains("\"name\":\"Dienstrechner\"");
        assertThat(delete("konto/geraete/" + ids(list).getFirst(), platform.token(county, "reader"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(delete("konto/geraete/" + ids(list).getFirst(), token).statusCode())
                .isEqualTo(204);
        assertThat(set(signIn(cookie), "kk_session=")).isEmpty();

        var again = remember(app).split(";", 2)[0];
        platform.bean(MovableClock.class).advance(Duration.ofDays(31));
        assertThat(set(signIn(again), "kk_session=")).isEmpty();
    }

    @Test
    void asksEveryBrowserForTheCodeAfterThePasswordWasChosenAnew() throws Exception {
        var cookie = remember(enrol(access(token("curl/8.5.0", "")))).split(";", 2)[0];
        assertThat(set(signIn(cookie), "kk_session=")).isNotEmpty();
        var forgotten = home + "passwort-vergessen";
        platform.form(forgotten, forgotten, "", Map.of("email", "amt@kreis.example"));
        var link = platform.in(
                county,
                () -> platform.bean(de.kreiskonzept.platform.Mailbag.class).lastLink());
        assertThat(platform.form(link, link, "", Map.of("password", PASSWORD, "repeated", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(set(signIn(cookie), "kk_session=")).isEmpty();
    }

    @Test
    void remembersNoBrowserForAnotherAccount() throws Exception {
        var cookie = remember(enrol(access(token("curl/8.5.0", "")))).split(";", 2)[0];
        platform.in(county, () -> platform.bean(People.class).create("zwei@kreis.example", "lead", PASSWORD));
        enrol(access(token("zwei@kreis.example", "curl/8.5.0", "")));
        assertThat(set(signIn("zwei@kreis.example", cookie), "kk_session=")).isEmpty();
    }

    private String remember(Authenticator app) throws Exception {
        var ticket = set(signIn(""), "kk_session_code=").split(";", 2)[0];
        platform.bean(MovableClock.class).advance(Duration.ofSeconds(60));
        var page = home + "anmelden/code";
        var in = platform.form(
                page,
                page,
                ticket,
                Map.of("code", app.code(now()), "remember", "ja", "device", "Dienstrechner", "weiter", home));
        assertThat(in.statusCode()).isEqualTo(303);
        return set(in, "kk_session_device=");
    }

    private Authenticator enrol(String token) throws Exception {
        var offer =
                platform.post(api + "konto/zweiter-faktor/angebot", token, "").body();
        var app = new Authenticator(field(offer, "secret"));
        var kept = platform.post(
                api + "konto/zweiter-faktor",
                token,
                "{\"offer\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}"
                        .formatted(field(offer, "offer"), app.code(now()), PASSWORD));
        assertThat(kept.statusCode()).isEqualTo(200);
        return app;
    }

    private java.time.Instant now() {
        return platform.bean(MovableClock.class).instant();
    }

    private HttpResponse<String> signIn(String cookie) throws Exception {
        return signIn("amt@kreis.example", cookie);
    }

    private HttpResponse<String> signIn(String email, String cookie) throws Exception {
        var page = home + "anmelden";
        return platform.form(page, page, cookie, Map.of("email", email, "password", PASSWORD, "weiter", home));
    }

    private String token(String agent, String more) throws Exception {
        return token("amt@kreis.example", agent, more);
    }

    private String token(String email, String agent, String more) throws Exception {
        return platform.send(platform.request(api + "token")
                        .header("Content-Type", "application/json")
                        .header("User-Agent", agent)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, PASSWORD, more))))
                .body();
    }

    private static String access(String json) {
        return field(json, "access_token");
    }

    private HttpResponse<String> delete(String path, String token) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private static List<String> ids(String json) {
        return ID.matcher(json).results().map(match -> match.group(1)).toList();
    }

    private static String set(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name) && !cookie.startsWith(name + ";"))
                .findFirst()
                .orElse("");
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
