package de.kreiskonzept.admin.support;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console does with the permission of a county. */
@ExtendWith(ConsoleUnderTest.Given.class)
class SupportIT {
    private static final Actor TESTER = Actor.without("Test");
    private static final String REASON = "Die Ampel im Handlungsfeld Sprache";
    private static final Pattern LINK = Pattern.compile("/hilfe/eintritt/([\\w-]{43})");

    private final ConsoleUnderTest console;
    private Tenant tenant;
    private String page;
    private String api;

    SupportIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void aCountyThatIsUsed() {
        var county = console.county();
        var id = Objects.requireNonNull(console.bean(Decision.class)
                .enter(new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example"), TESTER)
                .tenantId());
        assertThat(console.bean(Provisioning.class).complete(id)).isTrue();
        tenant = console.bean(Tenants.class).get(id);
        page = "/arbeitsbereiche/" + id;
        api = "/api/v1/tenants/" + id + "/support";
    }

    @AfterEach
    void theTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void saysThatNobodyIsLetInAndMakesNoTicketThen() {
        var browser = console.browser("support");
        assertThat(browser.get(page).body()).contains("Der Kreis hat zurzeit niemanden eingelassen.");
        assertThat(browser.get(page + "/hilfe").body()).doesNotContain("Link erzeugen");
        assertThat(browser.post(page + "/hilfe", Map.of()).statusCode()).isEqualTo(409);
        assertThat(console.get(api, "support").statusCode()).isEqualTo(404);
        var refused = console.post(api + "/tickets", "operator", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/support-not-granted");
    }

    @Test
    void makesATicketOfWhichOnlyTheHashIsKept() throws Exception {
        grant(false, 15);
        var browser = console.browser("support");
        assertThat(browser.get(page).body())
                .contains("nur zum Lesen", page + "/hilfe")
                .doesNotContain(REASON);
        var made = browser.post(page + "/hilfe", Map.of());
        var link = LINK.matcher(made.body());
        assertThat(link.find()).as(made.body()).isTrue();
        assertThat(made.body())
                .contains("/" + tenant.slug() + "/hilfe/eintritt/")
                .doesNotContain(REASON);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read("SELECT encode(ticket_hash, 'hex') FROM registry.support_visit WHERE tenant_id = ?"))
                .isEqualTo(java.util.HexFormat.of().formatHex(Tickets.hash(link.group(1))));
        assertThat(read("SELECT operator_name FROM registry.support_visit WHERE tenant_id = ?"))
                .isEqualTo("Betreiber support");
        assertThat(
                        read(
                                "SELECT actor_name || ' ' || detail FROM registry.audit_entry WHERE action = 'support.opened' AND subject = ?::text"))
                .isEqualTo("Betreiber support reading");
        assertThat(console.browser("operator").get("/protokoll").body())
                .contains("Link in einen Arbeitsbereich erzeugt");
    }

    @Test
    void makesATicketByTheInterfaceToo() throws Exception {
        grant(true, 30);
        assertThat(console.get(api, "operator").body())
                .contains("\"writing\":true")
                .doesNotContain(REASON);
        var made = console.post(api + "/tickets", "operator", "");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("/" + tenant.slug() + "/hilfe/eintritt/");
    }

    @Test
    void wantsAFreshCodeOfThePersonWhoEnters() throws Exception {
        grant(false, 60);
        var email = console.newAccount("support");
        var token = console.tokenOf(email);
        var offer = console.postWith(token, "/api/v1/account/second-factor/offer", "")
                .body();
        var code = new Authenticator(field(offer, "secret"))
                .code(console.bean(MovableClock.class).instant());
        console.postWith(
                token,
                "/api/v1/account/second-factor",
                "{\"offer\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}"
                        .formatted(field(offer, "offer"), code, ConsoleUnderTest.PASSWORD));
        assertThat(console.postWith(token, api + "/tickets", "").statusCode()).isEqualTo(201);
        console.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(console.postWith(token, api + "/tickets", "").body()).contains("/problems/fresh-code-required");
    }

    @Test
    void knowsAGrantNoMoreWhoseTimeIsOverOrWhoseCountyIsShut() throws Exception {
        grant(false, 15);
        assertThat(console.get(api, "support").statusCode()).isEqualTo(200);
        console.bean(Tenants.class).change(tenant.id(), TenantState.SUSPENDED, TESTER, "");
        assertThat(console.get(api, "support").statusCode()).isEqualTo(404);
        assertThat(console.post(api + "/tickets", "support", "").statusCode()).isEqualTo(409);
        console.bean(Tenants.class).change(tenant.id(), TenantState.ACTIVE, TESTER, "");
        console.bean(MovableClock.class).advance(Duration.ofMinutes(15));
        assertThat(console.bean(SupportVisits.class).findOpen(tenant.id())).isEmpty();
    }

    private void forgetOld() throws Exception {
        console.<Boolean>job("forget support", () -> {
            console.bean(SupportVisits.class).forgetOld();
            return true;
        });
    }

    @Test
    void forgetsGrantsAndNamesAfterNinetyDays() throws Exception {
        grant(false, 15);
        console.post(api + "/tickets", "operator", "");
        console.bean(MovableClock.class).advance(Duration.ofDays(89));
        forgetOld();
        assertThat(read("SELECT count(*)::text FROM registry.support_visit WHERE tenant_id = ?"))
                .isEqualTo("1");
        console.bean(MovableClock.class).advance(Duration.ofDays(2));
        forgetOld();
        assertThat(read("SELECT count(*)::text FROM registry.support_visit WHERE tenant_id = ?"))
                .isEqualTo("0");
        assertThat(read("SELECT count(*)::text FROM registry.support_grant WHERE tenant_id = ?"))
                .isEqualTo("0");
    }

    /** What the platform writes when an admin lets somebody in. */
    private void grant(boolean writing, int minutes) throws SQLException {
        var now = OffsetDateTime.now(console.bean(MovableClock.class));
        try (var platform = TestServer.platform();
                var insert = platform.prepareStatement("""
                        INSERT INTO registry.support_grant
                          (id, tenant_id, granted_by, reason, writing, expires_at, created_at, modified_at, version)
                        VALUES (?, ?, 'Anna Admin', ?, ?, ?, ?, ?, 0)""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, tenant.id());
            insert.setString(3, REASON);
            insert.setBoolean(4, writing);
            insert.setObject(5, now.plusMinutes(minutes));
            insert.setObject(6, now);
            insert.setObject(7, now);
            insert.executeUpdate();
        }
    }

    private String read(String sql) throws SQLException {
        try (var admin = TestServer.admin();
                var query = admin.prepareStatement(sql)) {
            query.setObject(1, tenant.id());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
