package de.kreiskonzept.admin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class LifecycleIT {
    private static final Actor TESTER = Actor.without("Test");
    private static final String REASON = "{\"reason\":\"Wartung\"}";
    private static final Pattern LINK = Pattern.compile("/einladung/[\\w-]{43}");

    private final ConsoleUnderTest console;
    private final Tenants tenants;

    LifecycleIT(ConsoleUnderTest console) {
        this.console = console;
        this.tenants = console.bean(Tenants.class);
    }

    @Test
    void thePlatformSeesASuspensionWithItsCommitAndTheReturn() throws Exception {
        var tenant = active();
        assertThat(stateForThePlatform(tenant)).isEqualTo("active");
        assertThat(change(tenant, "suspend", REASON)).isEqualTo(200);
        assertThat(stateForThePlatform(tenant)).isEqualTo("suspended");
        assertThat(change(tenant, "resume", REASON)).isEqualTo(200);
        assertThat(stateForThePlatform(tenant)).isEqualTo("active");
    }

    @Test
    void aSuspendedWorkspaceReturnsToTheStateOfBefore() {
        var tenant = active();
        tenants.change(tenant.id(), TenantState.READ_ONLY, TESTER, "");
        assertThat(change(tenant, "suspend", REASON)).isEqualTo(200);
        assertThat(change(tenant, "resume", REASON)).isEqualTo(200);
        assertThat(tenants.get(tenant.id()).state()).isEqualTo(TenantState.READ_ONLY);
    }

    @Test
    void aWorkspaceGoesIntoTheArchiveAndComesBackAndEachChangeHasActorReasonAndTime() throws Exception {
        var tenant = active();
        assertThat(change(tenant, "close", REASON)).isEqualTo(200);
        assertThat(stateForThePlatform(tenant)).isEqualTo("read-only");
        assertThat(change(tenant, "archive", REASON)).isEqualTo(200);
        assertThat(stateForThePlatform(tenant)).isEqualTo("archived");
        var path = "/api/v1/tenants/" + tenant.id();
        var reopened = console.post(path + "/reopen", "operator", REASON, "If-Match", tag(tenant));
        assertThat(reopened.statusCode()).isEqualTo(409);
        assertThat(reopened.body()).contains("ist archiviert");
        assertThat(change(tenant, "unarchive", REASON)).isEqualTo(200);
        assertThat(change(tenant, "reopen", REASON)).isEqualTo(200);
        assertThat(stateForThePlatform(tenant)).isEqualTo("active");

        var changes = tenants.events(tenant.id()).reversed().subList(0, 4);
        assertThat(changes)
                .extracting(TenantEvent::to)
                .containsExactly(
                        TenantState.ACTIVE, TenantState.READ_ONLY, TenantState.ARCHIVED, TenantState.READ_ONLY);
        assertThat(changes).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("Betreiber operator");
            assertThat(event.reason()).isEqualTo("Wartung");
            assertThat(event.at()).isNotNull();
        });
    }

    @Test
    void operatorsGetAllThatACountyHasStoredAsAFile() throws Exception {
        var tenant = active();
        var path = "/api/v1/tenants/" + tenant.id() + "/export";
        var file = console.get(path, "operator");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(tenant.slug() + ".zip");
        assertThat(file.body()).startsWith("PK").contains("tables/identity_account.jsonl");
        assertThat(console.get(path, "support").statusCode()).isEqualTo(403);
        var browser = console.browser("operator");
        var page = "/arbeitsbereiche/" + tenant.id();
        assertThat(browser.get(page).body()).contains("href=\"" + page + "/export\"");
        assertThat(browser.get(page + "/export").statusCode()).isEqualTo(200);
        assertThat(console.browser("support").get(page).body()).doesNotContain(page + "/export");
    }

    @Test
    void namesWhyAChangeIsNotPossible() {
        var tenant = active();
        var path = "/api/v1/tenants/" + tenant.id();
        var resumed = console.post(path + "/resume", "operator", REASON, "If-Match", tag(tenant));
        assertThat(resumed.statusCode()).isEqualTo(409);
        assertThat(resumed.body()).contains("ist in Betrieb");
        change(tenant, "suspend", REASON);
        var again = console.post(path + "/suspend", "operator", REASON, "If-Match", tag(tenant));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("ist gesperrt");
        var invited = console.post(path + "/invitation", "operator", "{}");
        assertThat(invited.statusCode()).isEqualTo(409);
        assertThat(invited.body()).contains("ist gesperrt");
        assertThat(console.post(path + "/retry", "operator", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void asksForVersionReasonAndRole() {
        var tenant = active();
        var path = "/api/v1/tenants/" + tenant.id() + "/suspend";
        assertThat(console.post(path, "operator", REASON).statusCode()).isEqualTo(428);
        assertThat(console.post(path, "operator", REASON, "If-Match", "\"999\"").statusCode())
                .isEqualTo(412);
        for (var json : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"" + "x".repeat(1001) + "\"}")) {
            assertThat(console.post(path, "operator", json, "If-Match", tag(tenant))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(console.post(path, "support", REASON, "If-Match", tag(tenant))
                        .statusCode())
                .isEqualTo(403);
        assertThat(tenants.get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
    }

    @Test
    void saysHowMuchAWorkspaceIsUsedAsSoonAsThePlatformHasCounted() throws Exception {
        var tenant = active();
        var path = "/arbeitsbereiche/" + tenant.id();
        var browser = console.browser("operator");
        assertThat(browser.get(path).body()).doesNotContain("Nutzung");

        try (var platform = TestServer.platform();
                var insert = platform.createStatement()) {
            insert.execute(
                    "INSERT INTO registry.workspace_figures (tenant_id, accounts, open_rounds, settled, questions,"
                            + " upload_bytes, created_at, modified_at, version) VALUES ('" + tenant.id()
                            + "', 5, 1, 4, 19, 37 << 20, now(), now(), 0)");
        }

        assertThat(browser.get(path).body()).contains("Nutzung", "4 von 19 Fragen geklärt", "seit Längerem niemand");
        assertThat(console.get("/api/v1/tenants/" + tenant.id(), "support").body())
                .contains("\"settled\":4", "\"questions\":19", "\"accounts\":5");
        thePlatformCountsASignIn(tenant);
        var list = browser.get("/arbeitsbereiche?suche=" + tenant.ags() + "&zustand=active");
        assertThat(list.body())
                .contains(
                        tenant.name(),
                        "data-label=\"Version der Tabellen\">" + tenant.schemaVersion() + "<",
                        "data-label=\"Konten\">5<",
                        "data-label=\"Letzte Anmeldung\">12.11.2026, 10:00 Uhr<",
                        "data-label=\"Offene Berichtsrunden\">1<",
                        "data-label=\"Dateien in MB\">37<");
        assertThat(browser.get("/arbeitsbereiche?suche=" + tenant.ags() + "&zustand=suspended")
                        .body())
                .doesNotContain(tenant.id().toString());
    }

    private static void thePlatformCountsASignIn(Tenant tenant) throws SQLException {
        try (var platform = TestServer.platform();
                var update = platform.createStatement()) {
            update.execute(
                    "UPDATE registry.workspace_figures SET last_sign_in = '2026-11-12T09:00:00Z' WHERE tenant_id = '"
                            + tenant.id() + "'");
        }
    }

    @Test
    void thePageSuspendsAndOpensAgain() {
        var tenant = active();
        var browser = console.browser("operator");
        var path = "/arbeitsbereiche/" + tenant.id();
        assertThat(browser.get(path).body())
                .contains("Sperren", "Nur lesbar machen", "Archivieren")
                .doesNotContain("Sperre aufheben", "Aus dem Archiv holen");
        var unchosen = browser.post(path + "/zustand", Map.of("version", version(tenant), "reason", "Wartung"));
        assertThat(unchosen.statusCode()).isEqualTo(422);
        assertThat(unchosen.body()).contains("href=\"#f-action\"", "Wartung</textarea>");
        assertThat(browser.post(path + "/zustand", form(tenant, "", " ")).body())
                .as("all that is wrong at once")
                .contains("href=\"#f-action\"", "href=\"#f-reason\"");
        var empty = browser.post(path + "/zustand", form(tenant, "suspend", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#f-reason\"");
        var stale = browser.post(path + "/zustand", Map.of("action", "suspend", "version", "999", "reason", "Wartung"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Wartung</textarea>");
        var done = browser.post(path + "/zustand", form(tenant, "suspend", "Wartung"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        var suspended = browser.get(path + "?erledigt=suspend").body();
        assertThat(suspended)
                .contains("Der Arbeitsbereich ist gesperrt.", "Sperre aufheben", ">Wartung</td>")
                .doesNotContain("Nur lesbar machen");
        assertThat(browser.post(path + "/zustand", form(tenant, "resume", "Fertig"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(tenants.get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(console.browser("support").get(path).body()).doesNotContain("Zustand ändern");
    }

    @ParameterizedTest
    @EnumSource(TenantState.class)
    void offersForEachStateWhatTheRulesAllow(TenantState state) {
        var actions = TenantAction.of(state);
        assertThat(actions.contains(TenantAction.SUSPEND))
                .isEqualTo(state == TenantState.ACTIVE || state == TenantState.READ_ONLY);
        assertThat(actions.contains(TenantAction.RESUME)).isEqualTo(state == TenantState.SUSPENDED);
        assertThat(actions.contains(TenantAction.CLOSE)).isEqualTo(state == TenantState.ACTIVE);
        assertThat(actions.contains(TenantAction.REOPEN)).isEqualTo(state == TenantState.READ_ONLY);
        assertThat(actions.contains(TenantAction.UNARCHIVE)).isEqualTo(state == TenantState.ARCHIVED);
        assertThat(actions.contains(TenantAction.ARCHIVE))
                .isEqualTo(state == TenantState.ACTIVE
                        || state == TenantState.READ_ONLY
                        || state == TenantState.SUSPENDED);
        assertThat(actions.contains(TenantAction.RETRY)).isEqualTo(state == TenantState.FAILED);
        assertThat(actions.contains(TenantAction.INVITE)).isEqualTo(state == TenantState.ACTIVE);
    }

    @Test
    void invitesTheFirstAdministratorOnceMoreUntilTheInvitationIsAccepted() throws Exception {
        var tenant = active();
        var address = "integration@k" + tenant.ags() + ".example";
        var path = "/arbeitsbereiche/" + tenant.id();
        var browser = console.browser("operator");
        browser.get(path);
        assertThat(browser.post(path + "/einladen", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path + "?erledigt=invite").body()).contains("Einladung ist unterwegs");
        assertThat(console.post(
                                "/api/v1" + path.replace("arbeitsbereiche", "tenants") + "/invitation",
                                "operator",
                                "{}")
                        .statusCode())
                .isEqualTo(200);
        var links = console.mails(address).stream()
                .map(mail -> LINK.matcher(mail.body())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .toList();
        assertThat(links).hasSize(3).doesNotHaveDuplicates();
        assertThat(console.rows(tenant.id(), "identity_ticket")).isEqualTo(1);

        accept(tenant);
        var refused = browser.post(path + "/einladen", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("hat ihr Passwort schon festgelegt");
        assertThat(console.mails(address)).hasSize(3);
    }

    private static void accept(Tenant tenant) throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            statement.execute("UPDATE " + tenant.schema() + ".identity_account SET state = 'active'");
        }
    }

    private int change(Tenant tenant, String action, String json) {
        var answer = console.post(
                "/api/v1/tenants/" + tenant.id() + "/" + action, "operator", json, "If-Match", tag(tenant));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains(tag(tenant));
        return answer.statusCode();
    }

    private Map<String, String> form(Tenant tenant, String action, String reason) {
        return Map.of("action", action, "version", version(tenant), "reason", reason);
    }

    private String version(Tenant tenant) {
        return Long.toString(tenants.get(tenant.id()).version());
    }

    private String tag(Tenant tenant) {
        return "\"" + version(tenant) + "\"";
    }

    private Tenant active() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "integration@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, TESTER).tenantId());
        assertThat(console.bean(Provisioning.class).complete(id)).isTrue();
        return tenants.get(id);
    }

    private static String stateForThePlatform(Tenant tenant) throws SQLException {
        try (var platform = TestServer.platform();
                var query = platform.prepareStatement("SELECT state FROM registry.workspace WHERE id = ?")) {
            query.setObject(1, tenant.id());
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
