package de.kreiskonzept.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class AccountsIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String EVA = "eva@kreis.example";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;
    private String admin;

    AccountsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdmin() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        admin = platform.token(county, Roles.ADMIN);
    }

    @Test
    void invitesSomebodyWhoThenChoosesAPassword() throws Exception {
        var invited = platform.form(
                home + "konten/neu",
                home + "konten/neu",
                "kk_session=" + admin,
                Map.of("name", "Eva Muster", "email", " Eva@Kreis.example", "role", Roles.LEAD));
        assertThat(invited.statusCode()).isEqualTo(303);

        var link = link();
        assertThat(platform.page(link, "").body()).contains(EVA);
        assertThat(platform.form(link, link, "", Map.of("password", "zu kurz", "repeated", "zu kurz"))
                        .statusCode())
                .isEqualTo(422);
        var accepted = platform.form(link, link, "", Map.of("password", PASSWORD, "repeated", PASSWORD));
        assertThat(accepted.statusCode()).isEqualTo(303);
        var cookie = accepted.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(platform.page(home, cookie).body()).contains("Eva Muster");
        assertThat(platform.page(link, "").statusCode()).isEqualTo(404);
        assertThat(platform.page(home + "konten", cookie).statusCode()).isEqualTo(403);
    }

    @Test
    void resetsAForgottenPasswordAndEndsOpenSessions() throws Exception {
        platform.in(county, () -> platform.bean(People.class).create(EVA, Roles.READER, PASSWORD));
        var cookie = signIn(PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        var page = home + "passwort-vergessen";
        var sent = platform.form(page, page, "", Map.of("email", EVA));
        var unknown = platform.form(page, page, "", Map.of("email", "niemand@kreis.example"));
        assertThat(unknown.statusCode()).isEqualTo(sent.statusCode());
        assertThat(unknown.body()).isEqualTo(sent.body());

        var link = link();
        var other = "ein anderes Passwort";
        assertThat(platform.form(link, link, "", Map.of("password", other, "repeated", other))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(303);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(422);
        assertThat(signIn(other).statusCode()).isEqualTo(303);
    }

    @Test
    void invitesForSevenDaysAndResetsWithinAnHour() throws Exception {
        platform.post(api + "konten", admin, "{\"email\":\"%s\",\"name\":\"Eva\",\"role\":\"lead\"}".formatted(EVA));
        endsAfter(link(), Duration.ofDays(7));
        platform.in(county, () -> platform.bean(People.class).create("uwe@kreis.example", Roles.READER, PASSWORD));
        var page = home + "passwort-vergessen";
        platform.form(page, page, "", Map.of("email", "uwe@kreis.example"));
        endsAfter(link(), Duration.ofHours(1));
    }

    private void endsAfter(String link, Duration lifetime) throws Exception {
        var clock = platform.bean(MovableClock.class);
        try {
            clock.advance(lifetime.minusMinutes(1));
            assertThat(platform.page(link, "").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(1));
            assertThat(platform.page(link, "").statusCode()).isEqualTo(404);
            var late = platform.form(home + "anmelden", link, "", Map.of("password", PASSWORD, "repeated", PASSWORD));
            assertThat(late.statusCode()).isEqualTo(404);
        } finally {
            clock.reset();
        }
    }

    @Test
    void feelsAChangeOfRoleAndASuspensionAtOnce() throws Exception {
        var id = platform.in(county, () -> platform.bean(People.class).create(EVA, Roles.ADMIN, PASSWORD));
        var cookie = signIn(PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        assertThat(platform.page(home + "konten", cookie).statusCode()).isEqualTo(200);

        assertThat(change(id, "\"0\"", "{\"role\":\"reader\"}").statusCode()).isEqualTo(200);
        assertThat(platform.page(home + "konten", cookie).statusCode()).isEqualTo(403);
        assertThat(change(id, "\"1\"", "{\"state\":\"suspended\"}").statusCode())
                .isEqualTo(200);
        assertThat(platform.page(home, cookie).statusCode()).isEqualTo(303);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void feelsAChangeMadeOnAnotherServerWithinFiveSeconds() throws Exception {
        var token = platform.token(county, Roles.ADMIN);
        assertThat(platform.get(api + "konten", token).statusCode()).isEqualTo(200);
        platform.in(county, () -> platform.bean(Mailbag.class).suspendAll());
        platform.bean(de.kreiskonzept.platform.TestTicker.class).jump(Duration.ofSeconds(5));
        assertThat(platform.get(api + "konten", token).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTheLastAdmin() throws Exception {
        var body = platform.get(api + "konten", admin).body();
        var id = UUID.fromString(body.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"));
        assertThat(change(id, "\"0\"", "{\"role\":\"reader\"}").statusCode()).isEqualTo(409);
        assertThat(change(id, "\"0\"", "{\"state\":\"suspended\"}").statusCode())
                .isEqualTo(409);
        assertThat(platform.get(api + "konten", admin).statusCode()).isEqualTo(200);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() throws Exception {
        var id = platform.in(county, () -> platform.bean(People.class).create(EVA, Roles.READER, PASSWORD));
        assertThat(change(id, "\"7\"", "{\"role\":\"lead\"}").statusCode()).isEqualTo(412);
        assertThat(change(id, "", "{\"role\":\"lead\"}").statusCode()).isEqualTo(428);
        assertThat(platform.get(api + "konten/" + id, admin).headers().firstValue("ETag"))
                .contains("\"0\"");
    }

    @Test
    void recordsWhoInvitedWhom() throws Exception {
        platform.post(
                api + "konten", admin, "{\"email\":\"%s\",\"name\":\"Eva Muster\",\"role\":\"lead\"}".formatted(EVA));
        var trail = platform.get(api + "protokoll", admin).body();
        assertThat(trail).contains("account.invited").doesNotContain(EVA);
        assertThat(platform.page(home + "protokoll", "kk_session=" + admin).body())
                .contains("Person eingeladen", "Leitung Integration");
    }

    private HttpResponse<String> change(UUID id, String version, String json) throws Exception {
        var request = platform.request(api + "konten/" + id)
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json));
        return platform.send(version.isEmpty() ? request : request.header("If-Match", version));
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        var page = home + "anmelden";
        return platform.form(page, page, "", Map.of("email", EVA, "password", password));
    }

    private String link() throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).lastLink());
    }
}
