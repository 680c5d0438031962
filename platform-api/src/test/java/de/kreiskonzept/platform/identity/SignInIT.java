package de.kreiskonzept.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PlatformUnderTest.Given.class)
class SignInIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String EMAIL = "amt@kreis.example";
    private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern REFRESH = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;

    SignInIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdmin() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create(EMAIL, Roles.ADMIN, PASSWORD));
    }

    @Test
    void letsABrowserInAndOutAgain() throws Exception {
        var signedIn = signIn(EMAIL, PASSWORD, home);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).contains(home);
        var set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set.toLowerCase(Locale.ROOT))
                .contains("httponly", "samesite=strict", "path=" + home + ";")
                .doesNotContain("secure");
        var cookie = set.split(";", 2)[0];
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(200);

        var out = platform.form(home, home + "abmelden", cookie, Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void endsNoSessionByALink() throws Exception {
        var cookie = platform.cookie(county, Roles.READER);
        assertThat(platform.page(home + "abmelden", cookie).statusCode()).isEqualTo(405);
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsStrangersToTheSignInPageAndBack() throws Exception {
        var sent = platform.page(home + "konten?page=2", "");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location"))
                .contains(home + "anmelden?weiter=%2F" + county.slug() + "%2Fkonten%3Fpage%3D2");
        assertThat(signIn(EMAIL, PASSWORD, home + "konten?page=2").headers().firstValue("Location"))
                .contains(home + "konten?page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/other-county/",
                "javascript:alert(1)",
                "{home}/evil.example",
                "{home}..%2f..%2fevil",
                "{home}../other/"
            })
    void leadsNowhereElseAfterSignIn(String path) throws Exception {
        var answer = signIn(EMAIL, PASSWORD, path.replace("{home}", home));
        assertThat(answer.headers().firstValue("Location")).contains(home);
    }

    @Test
    void answersTheSameForUnknownAccounts() throws Exception {
        var wrong = signIn(EMAIL, "ein falsches Passwort", home);
        var unknown = signIn("x" + EMAIL, "ein falsches Passwort", home);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(withoutSecrets(unknown).replace("x" + EMAIL, EMAIL)).isEqualTo(withoutSecrets(wrong));
    }

    private static String withoutSecrets(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"csrfToken\" value=\"[^\"]+\"", "");
    }

    @Test
    void slowsGuessingDownWithoutLockingOut() throws Exception {
        for (var guess = 0; guess < 5; guess++) {
            assertThat(token(EMAIL, "falsch").statusCode()).isEqualTo(401);
        }
        var stopped = token(EMAIL, PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(stopped.body()).contains("Bitte warten Sie eine Minute");
        platform.bean(TestTicker.class).jump(Duration.ofMinutes(2));
        assertThat(token(EMAIL, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesFormsFromElsewhere() throws Exception {
        var cookie = platform.cookie(county, Roles.ADMIN);
        var answer = platform.send(platform.request(home + "konten/neu")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "name=Eva&email=eva%40kreis.example&role=admin")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(platform.page(home + "konten", cookie).body()).doesNotContain("eva@kreis.example");
    }

    @Test
    void renewsTokensOnceAndEndsTheSessionOnReuse() throws Exception {
        var first = token(EMAIL, PASSWORD).body();
        var second = refresh(found(REFRESH, first));
        assertThat(second.statusCode()).isEqualTo(200);
        var access = found(ACCESS, second.body());
        assertThat(platform.get(api + "konten", access).statusCode()).isEqualTo(200);

        assertThat(refresh(found(REFRESH, first)).statusCode()).isEqualTo(401);
        assertThat(platform.get(api + "konten", access).statusCode()).isEqualTo(401);
        assertThat(refresh(found(REFRESH, second.body())).statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheSessionOfABearerToken() throws Exception {
        var access = found(ACCESS, token(EMAIL, PASSWORD).body());
        assertThat(platform.post(api + "token/revoke", access, "").statusCode()).isEqualTo(204);
        var after = platform.get(api + "konten", access);
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(after.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void readsNoCookieBelowTheInterface() throws Exception {
        var answer =
                platform.send(platform.request(api + "konten").header("Cookie", platform.cookie(county, Roles.ADMIN)));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void isAStrangerInOtherCounties() throws Exception {
        var other = platform.county();
        var token = platform.token(county, Roles.ADMIN);
        for (var path : new String[] {"", "konten", "anmelden", "gibt-es-nicht"}) {
            assertThat(platform.get("/" + other.slug() + "/" + path, token).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(platform.page("/" + other.slug() + "/konten", "kk_session=" + token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.get("/api/v1/" + other.slug() + "/konten", token).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> signIn(String email, String password, String next) throws Exception {
        var page = home + "anmelden";
        return platform.form(page, page, "", Map.of("email", email, "password", password, "weiter", next));
    }

    private HttpResponse<String> token(String email, String password) throws Exception {
        return anonymous("token", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private HttpResponse<String> refresh(String token) throws Exception {
        return anonymous("token/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
    }

    private HttpResponse<String> anonymous(String path, String json) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }
}
