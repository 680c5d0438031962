package de.kreiskonzept.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.Trail;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class SecondFactorIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String EMAIL = "leitung@kreis.example";
    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<li>(\\d{4} \\d{4} \\d{4} \\d{4})</li>");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;

    SecondFactorIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    /** Somebody whose second factor is set up. */
    private record Enrolled(Authenticator app, List<String> recoveryCodes, String cookie) {}

    @BeforeEach
    void aCountyWithSomebody() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        create(county, EMAIL);
    }

    private void create(Workspace where, String email) throws Exception {
        platform.in(where, () -> platform.bean(People.class).create(email, "lead", PASSWORD));
    }

    @Test
    void asksForTheCodeAfterThePasswordAndCountsItOnce() throws Exception {
        var enrolled = enrol();
        var asked = signIn(home + "konzept");
        assertThat(asked.headers().firstValue("Location"))
                .contains(home + "anmelden/code?weiter=%2F" + county.slug() + "%2Fkonzept");
        assertThat(cookie(asked, "kk_session=")).isEmpty();
        var ticket = cookie(asked, "kk_session_code=");
        assertThat(set(asked, "kk_session_code=").toLowerCase(Locale.ROOT))
                .contains("httponly", "samesite=strict", "path=" + home + ";");

        var code = nextCode(enrolled.app());
        var in = enter(ticket, code);
        assertThat(in.headers().firstValue("Location")).contains(home + "konzept");
        assertThat(platform.page(home, cookie(in, "kk_session=")).statusCode()).isEqualTo(200);

        var again = enter(ticket, code);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("wurde schon benutzt", "autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
        assertThat(cookie(again, "kk_session=")).isEmpty();
    }

    @Test
    void takesEachRecoveryCodeOnce() throws Exception {
        var codes = enrol().recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var ticket = ticket();

        assertThat(enter(ticket, codes.getFirst()).statusCode()).isEqualTo(303);
        assertThat(enter(ticket, codes.getFirst()).statusCode()).isEqualTo(422);
        assertThat(enter(ticket, codes.getLast().replace(" ", "-")).statusCode())
                .isEqualTo(303);
        assertThat(Trail.of(county, "action || ' ' || split_part(detail, ' ', 2)"))
                .containsSubsequence(
                        "second-factor.enrolled ",
                        "session.opened second-factor.recovered",
                        "second-factor.failed ",
                        "session.opened second-factor.recovered");
    }

    @Test
    void makesNewRecoveryCodesThatReplaceTheOldOnes() throws Exception {
        var enrolled = enrol();
        var page = platform.form(home + "konto", home + "konto/wiederherstellungscodes", enrolled.cookie(), Map.of());
        var fresh = found(RECOVERY, page.body());
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(enrolled.recoveryCodes());
        var ticket = ticket();
        assertThat(enter(ticket, enrolled.recoveryCodes().getFirst()).statusCode())
                .isEqualTo(422);
        assertThat(enter(ticket, fresh.getFirst()).statusCode()).isEqualTo(303);
    }

    @Test
    void wantsAFreshCodeBeforeItShowsRecoveryCodesOrAnotherSecret() throws Exception {
        var enrolled = enrol();
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        var page = home + "konto/zweiter-faktor";
        var confirm = home + "konto/bestaetigen?weiter=%2F" + county.slug() + "%2Fkonto%2Fzweiter-faktor";
        assertThat(platform.page(page, enrolled.cookie()).headers().firstValue("Location"))
                .contains(confirm);

        var given = platform.form(
                confirm,
                home + "konto/bestaetigen",
                enrolled.cookie(),
                Map.of("code", nextCode(enrolled.app()), "weiter", page));
        assertThat(given.headers().firstValue("Location")).contains(page);
        assertThat(platform.page(page, enrolled.cookie()).statusCode()).isEqualTo(200);
    }

    @Test
    void offersTheSameSecretAgainAfterAWrongFirstCode() throws Exception {
        var session = session();
        var page = platform.page(home + "konto/zweiter-faktor", session);
        var offer = found(OFFER, page.body()).getFirst();
        var wrong = platform.form(
                home + "konto/zweiter-faktor",
                home + "konto/zweiter-faktor",
                session,
                Map.of("offer", offer, "code", "12345", "password", PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(found(OFFER, wrong.body())).containsExactly(offer);
        assertThat(Authenticator.of(wrong.body()).code(now()))
                .isEqualTo(Authenticator.of(page.body()).code(now()));
    }

    @Test
    void keepsNoSecretThatWasOfferedToSomebodyElse() throws Exception {
        create(county, "zweite@kreis.example");
        var page = platform.page(home + "konto/zweiter-faktor", session()).body();
        var other = cookie(signIn("zweite@kreis.example", home), "kk_session=");
        var answer = platform.form(
                home + "konto/zweiter-faktor",
                home + "konto/zweiter-faktor",
                other,
                Map.of(
                        "offer",
                        found(OFFER, page).getFirst(),
                        "code",
                        Authenticator.of(page).code(now())));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(platform.page(home + "konto", other).body()).contains("Zweiten Faktor einrichten");
    }

    @Test
    void tellsProgramsThatACodeIsNeeded() throws Exception {
        var enrolled = enrol();
        var without = token("");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("/problems/second-factor-required");
        var wrong = token(",\"code\":\"000\"");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("/problems/wrong-code");
        assertThat(token(",\"code\":\"" + nextCode(enrolled.app()) + "\"").statusCode())
                .isEqualTo(200);
        var recovery = ",\"recovery_code\":\"" + enrolled.recoveryCodes().getFirst() + "\"";
        assertThat(token(recovery).statusCode()).isEqualTo(200);
        assertThat(token(recovery).statusCode()).isEqualTo(401);
    }

    @Test
    void letsProgramsSetItUpConfirmAndSwitchItOff() throws Exception {
        var token = field(token("").body(), "access_token");
        var offer =
                platform.post(api + "konto/zweiter-faktor/angebot", token, "").body();
        var app = new Authenticator(field(offer, "secret"));
        var kept = platform.post(
                api + "konto/zweiter-faktor",
                token,
                "{\"offer\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}"
                        .formatted(field(offer, "offer"), nextCode(app), PASSWORD));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).containsPattern("\"recoveryCodes\":\\[(\"\\d{4} \\d{4} \\d{4} \\d{4}\",?){10}]");
        assertThat(platform.get(api + "konto/zweiter-faktor", token).body())
                .contains("\"required\":false", "\"recoveryCodes\":10");

        platform.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        var refused = platform.post(api + "konto/zweiter-faktor/wiederherstellungscodes", token, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/fresh-code-required");
        assertThat(platform.post(api + "token/code", token, "{\"code\":\"%s\"}".formatted(nextCode(app)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(platform.post(api + "konto/zweiter-faktor/wiederherstellungscodes", token, "")
                        .statusCode())
                .isEqualTo(200);

        var both = "{\"password\":\"%s\",\"code\":\"%s\"}";
        assertThat(switchOff(token, both.formatted("ein falsches Passwort", nextCode(app))))
                .isEqualTo(401);
        assertThat(switchOff(token, both.formatted(PASSWORD, "000000"))).isEqualTo(401);
        assertThat(switchOff(token, both.formatted(PASSWORD, nextCode(app)))).isEqualTo(204);
        assertThat(switchOff(token, both.formatted(PASSWORD, nextCode(app)))).isEqualTo(409);
        assertThat(token("").statusCode()).isEqualTo(200);
    }

    private int switchOff(String token, String json) throws Exception {
        return platform.post(api + "konto/zweiter-faktor/abschaltung", token, json)
                .statusCode();
    }

    @Test
    void opensNothingWithASecretThatWasCopiedToAnotherAccountOrCounty() throws Exception {
        var app = enrol().app();
        create(county, "fremd@kreis.example");
        copy(county, county, "fremd@kreis.example");
        var other = platform.county();
        create(other, EMAIL);
        copy(county, other, EMAIL);

        assertThat(enter(ticket("fremd@kreis.example"), nextCode(app)).statusCode())
                .isEqualTo(422);
        var elsewhere = platform.send(platform.request("/api/v1/" + other.slug() + "/token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
                        .formatted(EMAIL, PASSWORD, nextCode(app)))));
        assertThat(elsewhere.body()).contains("/problems/wrong-code");
        assertThat(enter(ticket(), nextCode(app)).statusCode()).isEqualTo(303);
    }

    private static void copy(Workspace from, Workspace into, String email) throws Exception {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            for (var table : List.of("second_factor", "recovery_code")) {
                var columns = table.equals("second_factor") ? "secret, last_step" : "code_hash, used_at";
                statement.executeUpdate("""
                        INSERT INTO %2$s.identity_%3$s (id, account_id, %4$s, created_at, modified_at, version)
                        SELECT gen_random_uuid(), (SELECT id FROM %2$s.identity_account WHERE email = '%5$s'), %4$s,
                               f.created_at, f.modified_at, f.version
                          FROM %1$s.identity_%3$s f JOIN %1$s.identity_account a ON a.id = f.account_id WHERE a.email = '%6$s'\
                        """.formatted(from.schema(), into.schema(), table, columns, email, EMAIL));
            }
        }
    }

    @Test
    void opensNoPageWithTheTicketAloneAndNoneOfAnotherCounty() throws Exception {
        enrol();
        var ticket = ticket();
        var value = ticket.substring(ticket.indexOf('=') + 1);
        assertThat(platform.page(home + "konzept", "kk_session=" + value).statusCode())
                .isEqualTo(303);
        var other = platform.county();
        assertThat(platform.page("/" + other.slug() + "/anmelden/code", ticket)
                        .headers()
                        .firstValue("Location"))
                .contains("/" + other.slug() + "/anmelden?weiter=%2F" + other.slug() + "%2F");
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(11));
        assertThat(platform.page(home + "anmelden/code", ticket).statusCode()).isEqualTo(303);
    }

    @Test
    void asksForTheCodeAfterTheLinkOfAForgottenPassword() throws Exception {
        enrol();
        var page = home + "passwort-vergessen";
        assertThat(platform.form(page, page, "", Map.of("email", EMAIL)).statusCode())
                .isEqualTo(200);
        var link = platform.in(county, () -> platform.bean(Mailbag.class).lastLink());
        var set = platform.form(
                link, link, "", Map.of("password", "ein neues Passwort", "repeated", "ein neues Passwort"));
        assertThat(set.headers().firstValue("Location").orElseThrow()).startsWith(home + "anmelden/code");
        assertThat(cookie(set, "kk_session=")).isEmpty();
    }

    @Test
    void slowsGuessesOfCodesDown() throws Exception {
        var app = enrol().app();
        var ticket = ticket();
        for (var guess = 0; guess < 5; guess++) {
            assertThat(enter(ticket, "00000" + guess).statusCode()).isEqualTo(422);
        }
        var stopped = enter(ticket, nextCode(app));
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.body()).contains("zu viele Versuche");
        platform.bean(TestTicker.class).jump(Duration.ofMinutes(5));
        assertThat(enter(ticket, nextCode(app)).statusCode()).isEqualTo(303);
    }

    @Test
    void switchesOffByThePageOnlyWithPasswordAndCode() throws Exception {
        var enrolled = enrol();
        var page = home + "konto/zweiter-faktor/abschalten";
        var wrong = platform.form(
                page, page, enrolled.cookie(), Map.of("password", "falsch", "code", nextCode(enrolled.app())));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(platform.form(page, page, enrolled.cookie(), Map.of("password", "", "code", ""))
                        .body())
                .contains("href=\"#f-password\"", "href=\"#f-code\"");
        var off = platform.form(
                page, page, enrolled.cookie(), Map.of("password", PASSWORD, "code", nextCode(enrolled.app())));
        assertThat(off.headers().firstValue("Location")).contains(home + "konto?erledigt=abgeschaltet");
        assertThat(cookie(signIn(home), "kk_session=")).isNotEmpty();
        assertThat(Trail.of(county, "action")).contains("second-factor.off");
    }

    private Enrolled enrol() throws Exception {
        var session = session();
        var page = platform.page(home + "konto/zweiter-faktor", session).body();
        var app = Authenticator.of(page);
        var kept = platform.form(
                home + "konto/zweiter-faktor",
                home + "konto/zweiter-faktor",
                session,
                Map.of("offer", found(OFFER, page).getFirst(), "code", nextCode(app), "password", PASSWORD));
        assertThat(kept.statusCode()).isEqualTo(200);
        return new Enrolled(app, found(RECOVERY, kept.body()), session);
    }

    private String session() throws Exception {
        return cookie(signIn(home), "kk_session=");
    }

    private String ticket() throws Exception {
        return ticket(EMAIL);
    }

    private String ticket(String email) throws Exception {
        return cookie(signIn(email, home), "kk_session_code=");
    }

    private HttpResponse<String> signIn(String next) throws Exception {
        return signIn(EMAIL, next);
    }

    private HttpResponse<String> signIn(String email, String next) throws Exception {
        var page = home + "anmelden";
        return platform.form(page, page, "", Map.of("email", email, "password", PASSWORD, "weiter", next));
    }

    private HttpResponse<String> enter(String ticket, String code) throws Exception {
        var page = home + "anmelden/code";
        return platform.form(page, page, ticket, Map.of("code", code, "weiter", home + "konzept"));
    }

    private HttpResponse<String> token(String more) throws Exception {
        return platform.send(platform.request(api + "token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(EMAIL, PASSWORD, more))));
    }

    /** Waits for the next code of the app: a step counts once. */
    private String nextCode(Authenticator app) {
        platform.bean(MovableClock.class).advance(Duration.ofSeconds(60));
        return app.code(now());
    }

    private java.time.Instant now() {
        return platform.bean(MovableClock.class).instant();
    }

    private static String set(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name) && !cookie.startsWith(name + ";"))
                .findFirst()
                .orElse("");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return set(answer, name).split(";", 2)[0];
    }

    private static List<String> found(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(match -> match.group(1)).toList();
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
