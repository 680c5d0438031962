package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the state of a county lets its people do. */
@ExtendWith(PlatformUnderTest.Given.class)
class StateIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String EMAIL = "amt@kreis.example";
    private static final String CREDENTIALS = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD);
    private static final String ONLY_READ = "kann zurzeit nur gelesen werden";
    private static final String INVITATION = "{\"email\":\"a@b.example\",\"name\":\"A\",\"role\":\"lead\"}";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private String api;
    private String bearer;

    StateIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdmin() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create(EMAIL, Roles.ADMIN, PASSWORD));
        bearer = platform.token(county, Roles.ADMIN);
    }

    @Test
    void letsPeopleSignInReadAndSignOutWhileNothingMayChange() throws Exception {
        platform.become(county, TenantState.READ_ONLY);
        var signedIn =
                platform.form(home + "anmelden", home + "anmelden", "", Map.of("email", EMAIL, "password", PASSWORD));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        for (var path : List.of("", "konten", "konzept", "ampel", "protokoll")) {
            var page = platform.page(home + path, cookie);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains(ONLY_READ);
        }
        var out = platform.form(home, home + "abmelden", cookie, Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(platform.page(home, cookie).statusCode()).as("signed out").isEqualTo(303);
    }

    @Test
    void letsPeopleReadAndDoNothingElseWhileTheCountyMoves() throws Exception {
        var cookie = platform.cookie(county, Roles.ADMIN);
        forgetTheUseOfSessions();
        platform.become(county, TenantState.MOVING);
        for (var path : List.of("", "konten", "konzept", "ampel", "protokoll")) {
            var page = platform.page(home + path, cookie);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("zieht gerade auf einen anderen Server um");
        }
        var written = platform.post(api + "konten", bearer, INVITATION);
        assertThat(written.statusCode()).isEqualTo(503);
        assertThat(written.body()).contains("/problems/county-moving", county.name());
        assertThat(written.headers().firstValue("Retry-After")).contains("10");
        assertThat(anonymous("token", CREDENTIALS).statusCode()).isEqualTo(503);
        var out = platform.form(home, home + "abmelden", cookie, Map.of());
        assertThat(out.statusCode()).isEqualTo(503);
        assertThat(out.body()).contains("kann für kurze Zeit nur gelesen werden");
    }

    @Test
    void aReplicaThatHasNotHeardOfAMoveIsRefusedByTheDatabaseAndSaysSo() throws Exception {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner; REVOKE INSERT, UPDATE, DELETE ON " + county.schema()
                    + ".concept FROM " + county.role());
        }
        // So far nobody moves: a right that is missing is a fault.
        assertThatThrownBy(() -> writeWithout(county)).isNotInstanceOf(Refusal.class);
        platform.become(county, TenantState.MOVING);
        assertThatThrownBy(() -> writeWithout(county))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("county-moving"));
        assertThat(platform.in(county, () -> platform.bean(Canary.class).read()))
                .isEmpty();
    }

    /** As it was known before: active. */
    private void writeWithout(Workspace known) throws Exception {
        platform.in(known, () -> {
            platform.bean(Canary.class).write("verspätet");
            return known;
        });
    }

    private void forgetTheUseOfSessions() throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute(
                    "SET ROLE kk_owner; UPDATE " + county.schema() + ".identity_session SET last_used_at = NULL");
        }
    }

    @Test
    void letsProgramsSignInRenewAndSignOutWhileNothingMayChange() throws Exception {
        platform.become(county, TenantState.READ_ONLY);
        var opened = anonymous("token", CREDENTIALS);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        var renewed = refreshed(opened);
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        var access = field(renewed.body(), "access_token");
        assertThat(platform.get(api + "konten", access).statusCode()).isEqualTo(200);
        assertThat(platform.post(api + "token/revoke", access, "").statusCode()).isEqualTo(204);
        assertThat(platform.get(api + "konten", access).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesEveryChangeWithASentenceWhileNothingMayChange() throws Exception {
        var before = platform.get(api + "konten", bearer).body();
        platform.become(county, TenantState.READ_ONLY);
        var invited = platform.post(api + "konten", bearer, INVITATION);
        assertThat(invited.statusCode()).isEqualTo(409);
        assertThat(invited.body()).contains("/problems/read-only", ONLY_READ, county.name());
        var deleted = platform.send(platform.request(api + "konzept/massnahmen/00000000-0000-7000-8000-000000000000")
                .header("Authorization", "Bearer " + bearer)
                .header("If-Match", "\"0\"")
                .DELETE());
        assertThat(deleted.statusCode()).isIn(404, 405, 409);
        var page = platform.form(
                home + "konten/neu",
                home + "konten/neu",
                "kk_session=" + bearer,
                Map.of("name", "Eva", "email", "eva@kreis.example", "role", Roles.LEAD));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains(ONLY_READ);
        assertThat(platform.get(api + "konten", bearer).body()).isEqualTo(before);
    }

    @Test
    void tellsNobodyWhoHasAnAccountWhileNothingMayChange() throws Exception {
        platform.become(county, TenantState.READ_ONLY);
        var page = home + "passwort-vergessen";
        var known = platform.form(page, page, "", Map.of("email", EMAIL));
        var unknown = platform.form(page, page, "", Map.of("email", "niemand@kreis.example"));
        assertThat(List.of(known.statusCode(), unknown.statusCode())).containsOnly(409);
        assertThat(withoutSecrets(known)).isEqualTo(withoutSecrets(unknown));
    }

    @Test
    void saysToStrangersNoMoreThanElsewhereWhileNothingMayChange() throws Exception {
        platform.become(county, TenantState.READ_ONLY);
        var other = platform.county();
        assertThat(platform.post(api + "konten", platform.token(other, Roles.ADMIN), INVITATION)
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.post(api + "konten", "", INVITATION).statusCode()).isEqualTo(401);
    }

    @Test
    void shutsASuspendedCountyWithinFiveSecondsWithASentence() throws Exception {
        assertThat(platform.get(api + "konten", bearer).statusCode()).isEqualTo(200);
        platform.become(county, TenantState.SUSPENDED);
        for (var path : List.of(home, home + "anmelden", home + "konten", home + "gibt-es-nicht")) {
            var page = platform.page(path, "kk_session=" + bearer);
            assertThat(page.statusCode()).as(path).isEqualTo(403);
            assertThat(page.body())
                    .contains(
                            "<title>Arbeitsbereich gesperrt – Kreiskonzept<",
                            "vorübergehend gesperrt",
                            "Ihre Daten sind erhalten");
        }
        var program = platform.get(api + "konten", bearer);
        assertThat(program.statusCode()).isEqualTo(403);
        assertThat(program.body()).contains("/problems/county-suspended").doesNotContain("\"email\"");
    }

    @Test
    void endsAllSessionsWithASuspension() throws Exception {
        var opened = anonymous("token", CREDENTIALS);
        platform.become(county, TenantState.SUSPENDED);
        platform.become(county, TenantState.ACTIVE);
        assertThat(platform.get(api + "konten", bearer).statusCode()).isEqualTo(401);
        assertThat(platform.page(home + "konten", "kk_session=" + bearer).statusCode())
                .isEqualTo(303);
        assertThat(refreshed(opened).statusCode()).isEqualTo(401);
        var anew = anonymous("token", CREDENTIALS);
        assertThat(platform.get(api + "konten", field(anew.body(), "access_token"))
                        .statusCode())
                .isEqualTo(200);
        var list = platform.get(api + "konto/sitzungen", field(anew.body(), "access_token"));
        assertThat(list.body().split("\"id\"", -1)).as("the one that counts").hasSize(2);
    }

    @Test
    void saysOfAnArchivedCountyThatItIsAndRunsNoJobsThere() throws Exception {
        platform.become(county, TenantState.ARCHIVED);
        var page = platform.page(home + "konten", "kk_session=" + bearer);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("ist archiviert", "Ihre Daten sind erhalten");
        var program = platform.get(api + "konten", bearer);
        assertThat(program.statusCode()).isEqualTo(403);
        assertThat(program.body()).contains("/problems/county-archived");
        assertThat(platform.bean(Workspaces.class).list())
                .extracting(Workspace::id)
                .doesNotContain(county.id());
        platform.become(county, TenantState.READ_ONLY);
        assertThat(platform.bean(Workspaces.class).list())
                .extracting(Workspace::id)
                .contains(county.id());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"REQUESTED", "VERIFIED", "APPROVED", "PROVISIONING", "DELETING", "DELETED", "FAILED"})
    void knowsNoCountyBeforeItIsReadyAndAfterItsEnd(TenantState state) throws Exception {
        platform.become(county, state);
        assertThat(platform.page(home, "kk_session=" + bearer).statusCode()).isEqualTo(404);
        var program = platform.get(api + "konten", bearer);
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(program.body()).contains("/problems/county-not-found");
    }

    private HttpResponse<String> anonymous(String path, String json) throws Exception {
        return platform.send(platform.request(api + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> refreshed(HttpResponse<String> opened) throws Exception {
        var token = field(opened.body(), "refresh_token");
        return anonymous("token/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static String withoutSecrets(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"csrfToken\" value=\"[^\"]+\"", "");
    }
}
