package de.kreiskonzept.platform.identity.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin does about support access, and what the database holds whatever the program says. */
@ExtendWith(PlatformUnderTest.Given.class)
class SupportGrantIT {
    private final PlatformUnderTest platform;
    private SupportDoor door;
    private String home;
    private String cookie;

    SupportGrantIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdmin() throws Exception {
        door = new SupportDoor(platform, platform.county());
        home = door.home;
        cookie = "kk_session=" + door.admin;
    }

    @Test
    void letsSomebodyInByTheFormAndEndsItByTheButtonOfTheStartPage() throws Exception {
        assertThat(platform.page(home + "hilfe", cookie).body()).contains("Bisher wurde niemand eingelassen.");
        var form = home + "hilfe/neu";
        var wrong = platform.form(form, form, cookie, Map.of("reason", " ", "minutes", "61", "writing", "ja"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("was angesehen werden soll", "15, 30 oder 60 Minuten", "value=\"ja\" checked");
        var done = platform.form(form, form, cookie, Map.of("reason", "Die Ampel <b>", "minutes", "30"));
        assertThat(done.headers().firstValue("Location")).contains(home + "hilfe");
        assertThat(platform.page(home, cookie).body()).contains("Noch ist niemand da.");

        var grant = platform.get("/api/v1/" + door.county.slug() + "/hilfe", door.admin)
                .body()
                .replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        door.enter(door.ticket(grant));
        assertThat(platform.page(home, cookie).body())
                .contains("Vom Betreiber im Arbeitsbereich: " + SupportDoor.VISITOR, "Zugang sofort beenden");
        assertThat(platform.page(home, platform.cookie(door.county, Roles.LEAD)).body())
                .doesNotContain("Zugang sofort beenden");
        assertThat(platform.form(home, home + "hilfe/" + grant + "/beenden", cookie, Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(home, cookie).body()).doesNotContain("Zugang sofort beenden");
        assertThat(platform.page(home + "hilfe", cookie).body())
                .contains("Die Ampel &lt;b&gt;", SupportDoor.VISITOR, "durch Prüfperson admin", "Nur lesen");
    }

    @Test
    void letsNobodyInTwiceAtTheSameTime() throws Exception {
        door.grant(false);
        var form = home + "hilfe/neu";
        var second = platform.form(form, form, cookie, Map.of("reason", "Noch etwas", "minutes", "15"));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("Es ist schon ein Zugang offen", "Noch etwas");
        var program = platform.post(
                "/api/v1/" + door.county.slug() + "/hilfe",
                door.admin,
                "{\"reason\":\"Noch etwas\",\"minutes\":15,\"writing\":true}");
        assertThat(program.statusCode()).isEqualTo(409);
        assertThat(program.body()).contains("/problems/support-granted");
    }

    @Test
    void isForAdminsWithAFreshCodeAlone() throws Exception {
        var api = "/api/v1/" + door.county.slug() + "/";
        var wish = "{\"reason\":\"Die Ampel\",\"minutes\":15,\"writing\":false}";
        for (var role : List.of(Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            var token = platform.token(door.county, role);
            assertThat(platform.post(api + "hilfe", token, wish).statusCode()).isEqualTo(403);
            assertThat(platform.get(api + "hilfe", token).statusCode()).isEqualTo(403);
        }
        var clock = platform.bean(MovableClock.class);
        var offer = platform.post(api + "konto/zweiter-faktor/angebot", door.admin, "")
                .body();
        var code = new Authenticator(field(offer, "secret")).code(clock.instant());
        platform.post(
                api + "konto/zweiter-faktor",
                door.admin,
                "{\"offer\":\"%s\",\"code\":\"%s\"}".formatted(field(offer, "offer"), code));
        clock.advance(Duration.ofMinutes(6));
        assertThat(platform.post(api + "hilfe", door.admin, wish).body()).contains("/problems/fresh-code-required");
        assertThat(platform.page(home + "hilfe/neu", cookie).headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).contains("konto/bestaetigen"));
    }

    @Test
    void endsNoGrantOfAnotherCounty() throws Exception {
        var other = new SupportDoor(platform, platform.county());
        var grant = other.grant(false);
        var answer = platform.send(platform.request("/api/v1/" + door.county.slug() + "/hilfe/" + grant)
                .header("Authorization", "Bearer " + door.admin)
                .DELETE());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(platform.get("/api/v1/" + door.county.slug() + "/hilfe", door.admin)
                        .body())
                .isEqualTo("[]");
        assertThat(other.enter(other.ticket(grant)).statusCode()).isEqualTo(303);
    }

    @Test
    void letsSomebodyInWhileTheCountyCanOnlyBeRead() throws Exception {
        platform.become(door.county, TenantState.READ_ONLY);
        assertThat(door.visitor(false)).isNotEmpty();
        assertThat(door.trail()).contains("support.granted", "support.entered");
    }

    @Test
    void isKeptShortAndNarrowByTheDatabaseItself() throws Exception {
        var grant = door.grant(false);
        assertThat(refusal("""
                INSERT INTO registry.support_grant (id, tenant_id, granted_by, reason, writing, expires_at, created_at, modified_at, version)
                VALUES (gen_random_uuid(), '%s', 'A', 'B', false, now() + interval '61 minutes', now(), now(), 0)""".formatted(platform.county().id()))).isEqualTo("23514");
        for (var beyond : List.of(
                "UPDATE registry.support_grant SET expires_at = expires_at + interval '1 minute' WHERE id = '%s'",
                "UPDATE registry.support_grant SET writing = true WHERE id = '%s'",
                "DELETE FROM registry.support_grant WHERE id = '%s'",
                "INSERT INTO registry.support_visit SELECT * FROM registry.support_visit WHERE grant_id = '%s'",
                "SELECT ticket_hash FROM registry.support_visit WHERE grant_id = '%s'",
                "SELECT email FROM registry.operator_account WHERE id = '%s'")) {
            assertThat(refusal(beyond.formatted(grant))).as(beyond).isEqualTo("42501");
        }
        assertThatThrownBy(() -> door.ticket(grant, platform.county(), "active"))
                .as("a visit of another county than its grant")
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));
    }

    @Test
    void isHiddenFromTheRoleOfACounty() throws Exception {
        try (var platformLogin = TestServer.platform();
                var statement = platformLogin.createStatement()) {
            statement.execute("SET ROLE " + door.county.role());
            assertThat(refusal(platformLogin, "SELECT * FROM registry.support_grant"))
                    .isEqualTo("42501");
            assertThat(refusal(platformLogin, "SELECT * FROM registry.support_visitor"))
                    .isEqualTo("42501");
        }
    }

    private static String refusal(String sql) throws SQLException {
        try (var platformLogin = TestServer.platform()) {
            return refusal(platformLogin, sql);
        }
    }

    private static String refusal(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
