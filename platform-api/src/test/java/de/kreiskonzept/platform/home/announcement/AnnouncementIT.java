package de.kreiskonzept.platform.home.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the provider has announced reaches the counties it is meant for, and nobody else. */
@ExtendWith(PlatformUnderTest.Given.class)
class AnnouncementIT {
    private final PlatformUnderTest platform;

    AnnouncementIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @AfterEach
    void forget() throws SQLException {
        execute("DELETE FROM registry.announcement");
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
    }

    @Test
    void whatIsMeantForOneCountyIsNeverSeenByAnother() throws Exception {
        Workspace mine = platform.county();
        Workspace other = platform.county();
        announce("hint", "Nur für den einen Kreis", "now() - interval '1 hour'", mine);

        assertThat(start(mine, Roles.READER)).contains("Hinweis: Nur für den einen Kreis");
        assertThat(start(other, Roles.ADMIN)).doesNotContain("Nur für den einen Kreis");
        assertThat(page(other, "mitteilungen", Roles.ADMIN)).doesNotContain("Nur für den einen Kreis");
        assertThat(announcements(other)).isEqualTo("[]");
        assertThat(announcements(mine)).contains("\"kind\":\"hint\"", "Nur für den einen Kreis");
    }

    @Test
    void aDraftOneOfTomorrowAndOneOfNobodyAreSeenByNoCounty() throws Exception {
        Workspace county = platform.county();
        UUID draft = announce("maintenance", "Entwurf", "now()", null);
        execute("UPDATE registry.announcement SET state = 'draft' WHERE id = '%s'".formatted(draft));
        announce("maintenance", "Erst morgen", "now() + interval '900 days'", null);
        UUID nobody = announce("maintenance", "Für niemanden", "now()", county);
        execute("DELETE FROM registry.announcement_county WHERE announcement_id = '%s'".formatted(nobody));
        assertThat(announcements(county)).isEqualTo("[]");
        assertThat(start(county, Roles.LEAD)).doesNotContain("Entwurf</p>", "Erst morgen", "Für niemanden");
    }

    @Test
    void aDisruptionStandsOnEveryPageOfPeopleWhoAreSignedIn() throws Exception {
        Workspace county = platform.county();
        announce("disruption", "Mails kommen verspätet an", "now() - interval '1 hour'", null);
        assertThat(page(county, "konto", Roles.READER))
                .contains("kk-example--danger", "Störung:", "Mails kommen verspätet an");
        assertThat(start(county, Roles.READER)).contains("Störung: Mails kommen verspätet an");
        assertThat(platform.page("/" + county.slug() + "/anmelden", "").body())
                .doesNotContain("Mails kommen verspätet an");
    }

    @Test
    void aHintIsPutAwayByOnePersonAndStaysOnItsPage() throws Exception {
        Workspace county = platform.county();
        UUID hint = announce("hint", "Neues Handbuch", "now() - interval '1 hour'", null);
        String cookie = platform.cookie(county, Roles.READER);
        String home = "/" + county.slug() + "/";
        execute("UPDATE registry.tenant SET state = 'read-only' WHERE id = '%s'".formatted(county.id()));
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        HttpResponse<String> away = platform.form(home, home + "mitteilungen/" + hint + "/weglegen", cookie, Map.of());
        assertThat(away.statusCode()).isEqualTo(303);
        String put = away.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(put).contains("kk_put_away=" + hint, "HTTPOnly", "SameSite=Strict", "Path=" + home);

        String with = cookie + "; kk_put_away=" + hint;
        assertThat(platform.page(home, with).body()).doesNotContain("Neues Handbuch");
        assertThat(platform.page(home + "mitteilungen", with).body()).contains("Neues Handbuch");
        assertThat(platform.page(home, cookie + "; kk_put_away=unfug." + UUID.randomUUID())
                        .body())
                .contains("Neues Handbuch");
    }

    @Test
    void whatIsUrgentOrMeantForOthersCannotBePutAway() throws Exception {
        Workspace county = platform.county();
        Workspace other = platform.county();
        UUID urgent = announce("maintenance", "Wartung am Samstag", "now() - interval '1 hour'", county);
        UUID others = announce("hint", "Geheim", "now() - interval '1 hour'", other);
        String cookie = platform.cookie(county, Roles.LEAD);
        String home = "/" + county.slug() + "/";
        for (UUID id : new UUID[] {urgent, others, UUID.randomUUID()}) {
            assertThat(platform.form(home, home + "mitteilungen/" + id + "/weglegen", cookie, Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsWithdrawnIsGoneWithinFiveSeconds() throws Exception {
        Workspace county = platform.county();
        UUID id = announce("maintenance", "Abgesagt", "now() - interval '1 hour'", null);
        assertThat(announcements(county)).contains("Abgesagt");
        execute("UPDATE registry.announcement SET state = 'withdrawn' WHERE id = '%s'".formatted(id));
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        assertThat(announcements(county)).isEqualTo("[]");
    }

    @Test
    void noCountyReadsOrWritesTheRegistry() throws Exception {
        Workspace county = platform.county();
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            for (String words : new String[] {
                "SELECT * FROM registry.open_announcement",
                "SELECT * FROM registry.announcement",
                "DELETE FROM registry.announcement"
            }) {
                assertThatThrownBy(() -> statement.execute(words)).as(words).hasMessageContaining("permission denied");
            }
        }
    }

    private UUID announce(String kind, String title, String from, @Nullable Workspace county) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                INSERT INTO registry.announcement (id, kind, title, body, begins_at, everyone, state, created_at, modified_at, version)
                VALUES ('%s', '%s', '%s', 'Ein Text.', %s, %s, 'published', now(), now(), 0)""".formatted(id, kind, title, from, county == null));
        if (county != null) {
            execute("INSERT INTO registry.announcement_county VALUES ('%s', '%s', now(), now(), 0)"
                    .formatted(id, county.id()));
        }
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        return id;
    }

    private String start(Workspace county, String role) throws Exception {
        return page(county, "", role);
    }

    private String page(Workspace county, String path, String role) throws Exception {
        return platform.page("/" + county.slug() + "/" + path, platform.cookie(county, role))
                .body();
    }

    private String announcements(Workspace county) throws Exception {
        return platform.get("/api/v1/" + county.slug() + "/announcements", platform.token(county, Roles.READER))
                .body();
    }

    private static void execute(String sql) throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
