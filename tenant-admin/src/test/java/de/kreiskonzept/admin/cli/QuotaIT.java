package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.quota.Quotas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Slug;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a county may use, by the page, by REST and on the command line. */
@ExtendWith(ConsoleUnderTest.Given.class)
class QuotaIT {
    private static final Actor TESTER = Actor.without("Prüfung");

    private final ConsoleUnderTest console;

    QuotaIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void theThreeWaysAgreeTheSameAndEachChangeStandsInTheTrail() {
        var tenant = tenant();
        var page = "/arbeitsbereiche/" + tenant.id();
        var browser = console.browser("operator");
        assertThat(browser.get(page).body()).contains("Kontingent", "3.000", "500");

        browser.get(page + "/kontingent");
        var typed = Map.of("version", "0", "requests", "120", "jobs", "", "megabytes", "", "accounts", "0");
        assertThat(browser.post(page + "/kontingent", typed).statusCode()).isEqualTo(303);
        assertThat(own(tenant)).isEqualTo(new OwnQuota(120, null, null, 0));
        assertThat(browser.get(page).body()).contains("120", "keine Grenze");

        var put = put(tenant, "{\"requests\":240,\"jobs\":2,\"megabytes\":null,\"accounts\":null}", "\"1\"");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(put.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(own(tenant)).isEqualTo(new OwnQuota(240, 2, null, null));

        assertThat(kk("tenant", "quota", tenant.ags().text(), "--megabytes", "9", "--yes"))
                .isZero();
        assertThat(own(tenant)).isEqualTo(new OwnQuota(240, 2, 9, null));
        assertThat(kk("tenant", "quota", tenant.ags().text(), "--usual", "--yes"))
                .isZero();
        assertThat(own(tenant)).isEqualTo(OwnQuota.NOTHING);
        assertThat(console.get("/api/v1/audit?size=100", "operator").body())
                .contains("tenant.quota", "requests 240 jobs 2 megabytes 9 accounts usual");
    }

    @Test
    void whatWasTypedWrongStaysInTheForm() {
        var tenant = tenant();
        var path = "/arbeitsbereiche/" + tenant.id() + "/kontingent";
        var browser = console.browser("operator");
        browser.get(path);
        var refused = browser.post(
                path, Map.of("version", "0", "requests", "viele", "jobs", "3", "megabytes", "", "accounts", "-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"viele\"", "value=\"3\"", "href=\"#f-requests\"", "href=\"#f-accounts\"");
        var stale = browser.post(
                path, Map.of("version", "7", "requests", "5", "jobs", "", "megabytes", "", "accounts", ""));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("value=\"5\"");
        assertThat(own(tenant)).isEqualTo(OwnQuota.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requests\":-1}", "{\"jobs\":1000001}", "{\"accounts\":\"viele\"}", "{\"unknown\":1}"})
    void theInterfaceRefusesWhatIsNoLimit(String json) {
        assertThat(put(tenant(), json, "\"0\"").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyOperatorsChangeItAndOnlyWhatTheyHaveRead() {
        var tenant = tenant();
        var path = "/api/v1/tenants/" + tenant.id() + "/quota";
        assertThat(console.get(path, "support").body()).contains("\"requests\":3000", "\"requests\":null");
        assertThat(put(tenant, "{}", "\"3\"").statusCode()).isEqualTo(412);
        var support = console.send(console.request(path)
                .header("Authorization", "Bearer " + console.token("support"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString("{}")));
        assertThat(support.statusCode()).isEqualTo(403);
        assertThat(console.browser("support")
                        .get("/arbeitsbereiche/" + tenant.id() + "/kontingent")
                        .statusCode())
                .isEqualTo(403);
        assertThat(kk("tenant", "quota", tenant.ags().text(), "--jobs", "-1", "--yes"))
                .isEqualTo(2);
    }

    private OwnQuota own(Tenant tenant) {
        return console.bean(Quotas.class).get(tenant.id()).own();
    }

    private HttpResponse<String> put(Tenant tenant, String json, String version) {
        return console.send(console.request("/api/v1/tenants/" + tenant.id() + "/quota")
                .header("Authorization", "Bearer " + console.token("operator"))
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(json)));
    }

    private static int kk(String... args) {
        return WatchedKk.run(
                () -> Settings.start(ConsoleUnderTest.settings(), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                args);
    }

    private Tenant tenant() {
        var county = console.county();
        var tenants = console.bean(Tenants.class);
        var tenant = tenants.create(county, new Slug("quota-" + county.ags().text()), TESTER, "")
                .orElseThrow();
        List.of(TenantState.VERIFIED, TenantState.APPROVED, TenantState.PROVISIONING, TenantState.ACTIVE)
                .forEach(state -> tenants.change(tenant.id(), state, TESTER, ""));
        return tenant;
    }
}
