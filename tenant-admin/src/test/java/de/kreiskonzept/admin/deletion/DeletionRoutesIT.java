package de.kreiskonzept.admin.deletion;

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
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.model.tenant.TenantState;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a deletion on the page and by REST. */
@ExtendWith(ConsoleUnderTest.Given.class)
class DeletionRoutesIT {
    private static final Actor TESTER = Actor.without("Test");

    private final ConsoleUnderTest console;
    private final Tenants tenants;
    private final Deletions deletions;

    DeletionRoutesIT(ConsoleUnderTest console) {
        this.console = console;
        this.tenants = console.bean(Tenants.class);
        this.deletions = console.bean(Deletions.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void goesItsWayByRestAndThePlatformSeesItGoneAtOnce() throws Exception {
        var tenant = archived();
        assertThat(send(tenant, "", wish(tenant.slug()), tenant.version()).statusCode())
                .isEqualTo(201);
        assertThat(rest(tenant, "/export", "{\"answer\":\"taken\"}").body())
                .contains("/problems/deletion", "kein Export");
        assertThat(console.get("/api/v1/tenants/" + tenant.id() + "/export", "operator")
                        .statusCode())
                .isEqualTo(200);
        assertThat(rest(tenant, "/export", "{\"answer\":\"taken\"}").body()).contains("\"stage\":\"archive\"");
        assertThat(rest(tenant, "/archive", offer("open", null)).body()).contains("\"stage\":\"archive\"");
        var waiting = rest(tenant, "/archive", offer("accepted", today()));
        assertThat(waiting.statusCode()).as(waiting.body()).isEqualTo(200);
        assertThat(waiting.body()).contains("\"stage\":\"waiting\"", "\"waitsUntil\":\"" + today().plusDays(30) + "\"");
        assertThat(stateForThePlatform(tenant)).isEqualTo("archived");

        console.bean(MovableClock.class).advance(Duration.ofDays(31));
        var erasure = console.bean(Erasure.class);
        assertThat(erasure.due()).contains(tenant.id());
        assertThat(erasure.advance(tenant.id(), "test")).isEqualTo(Erasure.Outcome.STEP_DONE);
        assertThat(stateForThePlatform(tenant)).isEmpty();
        assertThat(rest(tenant, "/cancel", "{}").statusCode()).isEqualTo(409);
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(erasure.complete(tenant.id())).isTrue();

        var path = "/api/v1/tenants/" + tenant.id() + "/deletion";
        assertThat(console.get(path, "operator").body()).contains("\"stage\":\"done\"");
        assertThat(console.get(path + "/certificate", "operator").body())
                .contains("\"askedBy\":\"Landrätin Beispiel\"", "\"archiveAnswer\":\"accepted\"");
        assertThat(console.get(path + "/certificate.pdf", "operator").body()).startsWith("%PDF");
        console.bean(MovableClock.class).reset();
        assertThat(console.browser("support")
                        .get("/arbeitsbereiche/" + tenant.id() + "/loeschung")
                        .body())
                .contains("Alle Daten sind gelöscht.", "nachweis.pdf");
    }

    @Test
    void wantsConfirmationReasonRoleStateAndVersion() {
        var tenant = active();
        assertThat(send(tenant, "", wish(tenant.slug()), tenant.version()).body())
                .contains("ist in Betrieb");
        tenant = tenants.change(tenant.id(), TenantState.SUSPENDED, TESTER, "");
        var path = "/api/v1/tenants/" + tenant.id() + "/deletion";
        assertThat(console.get(path, "operator").statusCode()).isEqualTo(404);
        assertThat(console.post(path, "operator", wish(tenant.slug())).statusCode())
                .isEqualTo(428);
        assertThat(send(tenant, "", wish(tenant.slug()), 999).statusCode()).isEqualTo(412);
        var unconfirmed = send(tenant, "", wish("konstanzz"), tenant.version());
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains("/problems/confirmation", tenant.slug());
        assertThat(send(tenant, "", "{\"slug\":\"x\",\"reason\":\"x\"}", tenant.version())
                        .statusCode())
                .isEqualTo(400);
        assertThat(console.post(path, "support", wish(tenant.slug()), "If-Match", "\"" + tenant.version() + "\"")
                        .statusCode())
                .isEqualTo(403);
        assertThat(deletions.findLatest(tenant.id())).isEmpty();
    }

    @Test
    void nothingElseHappensToTheWorkspaceUntilItIsCalledOff() {
        var tenant = archived();
        assertThat(send(tenant, "", wish(tenant.slug()), tenant.version()).statusCode())
                .isEqualTo(201);
        assertThat(send(tenant, "", wish(tenant.slug()), tenant.version()).body())
                .contains("ist eine Löschung angekündigt");
        var unarchive = console.post(
                "/api/v1/tenants/" + tenant.id() + "/unarchive",
                "operator",
                "{\"reason\":\"Irrtum\"}",
                "If-Match",
                "\"" + tenant.version() + "\"");
        assertThat(unarchive.statusCode()).isEqualTo(409);
        assertThat(unarchive.body()).contains("ist eine Löschung angekündigt");
        assertThat(console.get("/api/v1/tenants/" + tenant.id(), "operator").body())
                .contains("\"actions\":[]");
        assertThat(rest(tenant, "/archive", offer("open", null)).body()).contains("halten Sie zuerst fest");
        assertThat(rest(tenant, "/cancel", "{}").body()).contains("\"stage\":\"cancelled\"");
        assertThat(tenants.get(tenant.id())).isEqualTo(tenant);
        assertThat(console.get("/api/v1/tenants/" + tenant.id(), "operator").body())
                .contains("\"actions\":[\"unarchive\"]");
    }

    @Test
    void refusesDaysThatDoNotFit() {
        var tenant = archived();
        send(tenant, "", wish(tenant.slug()), tenant.version());
        rest(tenant, "/export", "{\"answer\":\"declined\"}");
        assertThat(rest(tenant, "/archive", offer("declined", today().minusDays(1)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(rest(tenant, "/archive", offer("declined", null)).statusCode())
                .isEqualTo(422);
        assertThat(rest(tenant, "/archive", offer("declined", today().plusDays(1)))
                        .body())
                .contains("liegt in der Zukunft");
        assertThat(rest(tenant, "/archive", offer("accepted", today())).body()).contains("Export erhalten haben");
        assertThat(rest(tenant, "/archive", offer("declined", today())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePageLeadsThroughItAndKeepsWhatWasTyped() {
        var tenant = archived();
        var browser = console.browser("operator");
        assertThat(browser.get("/arbeitsbereiche/" + tenant.id()).body()).contains("Gefahrenbereich");
        var path = "/arbeitsbereiche/" + tenant.id() + "/loeschung";
        assertThat(browser.get(path).body()).contains("keine Löschung angekündigt", tenant.slug());
        var version = Long.toString(tenant.version());
        var wrong = browser.post(
                path, Map.of("version", version, "slug", "falsch", "askedBy", "Landrätin", "reason", "Vertragsende"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-slug\"", "value=\"Landrätin\"", "Vertragsende</textarea>");
        assertThat(browser.post(path, Map.of("version", version, "slug", "falsch", "askedBy", " "))
                        .body())
                .as("all that is wrong at once")
                .contains("href=\"#f-askedBy\"", "href=\"#f-reason\"", "href=\"#f-slug\"", "value=\"falsch\"");
        var announced = browser.post(
                path,
                Map.of("version", version, "slug", tenant.slug(), "askedBy", "Landrätin", "reason", "Vertragsende"));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(303);
        assertThat(browser.get(path + "?erledigt=announced").body())
                .contains("Die Löschung ist angekündigt.", "Löschung abbrechen", "noch nicht beantwortet");

        assertThat(browser.post(path + "/export", Map.of("version", read(tenant)))
                        .body())
                .contains("href=\"#f-export\"");
        assertThat(browser.post(path + "/export", Map.of("version", read(tenant), "export", "taken"))
                        .body())
                .as("what was chosen stays")
                .contains("Seit der Ankündigung wurde kein Export erstellt")
                .containsPattern("value=\"taken\"[^>]* checked");
        assertThat(browser.post(path + "/export", Map.of("version", read(tenant), "export", "declined"))
                        .statusCode())
                .isEqualTo(303);
        var unanswered = browser.post(
                path + "/archiv",
                Map.of(
                        "version",
                        read(tenant),
                        "archive",
                        "Kreisarchiv",
                        "offeredOn",
                        "gestern",
                        "answer",
                        "declined"));
        assertThat(unanswered.statusCode()).isEqualTo(422);
        assertThat(unanswered.body())
                .contains("href=\"#f-offeredOn\"", "href=\"#f-answeredOn\"", "value=\"Kreisarchiv\"");
        var today = today().toString();
        var tomorrow = today().plusDays(1).toString();
        assertThat(browser.post(
                                path + "/archiv",
                                Map.of(
                                        "version",
                                        read(tenant),
                                        "offeredOn",
                                        tomorrow,
                                        "answer",
                                        "declined",
                                        "answeredOn",
                                        tomorrow,
                                        "answerReason",
                                        "x".repeat(1001)))
                        .body())
                .contains("href=\"#f-archive\"", "href=\"#f-offeredOn\"", "href=\"#f-answeredOn\"")
                .contains("href=\"#f-answerReason\"", "liegt in der Zukunft");
        assertThat(browser.post(
                                path + "/archiv",
                                Map.of(
                                        "version",
                                        read(tenant),
                                        "archive",
                                        "Kreisarchiv",
                                        "offeredOn",
                                        today,
                                        "answer",
                                        "declined",
                                        "answeredOn",
                                        today))
                        .statusCode())
                .isEqualTo(303);
        var until = GermanTime.LONG_DAY.format(today().plusDays(30));
        assertThat(browser.get(path).body()).contains("Die Wartezeit endet am " + until);
        assertThat(console.browser("support").get(path).body())
                .contains("Die Wartezeit endet am " + until)
                .doesNotContain("Löschung abbrechen");
        assertThat(browser.post(path + "/abbrechen", Map.of("version", read(tenant)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body()).contains("es ist nichts gelöscht", "Gefahrenbereich");
    }

    private LocalDate today() {
        return deletions.today();
    }

    private String read(Tenant tenant) {
        return Long.toString(deletions.get(tenant.id()).version());
    }

    private static String wish(String slug) {
        return "{\"slug\":\"%s\",\"askedBy\":\"Landrätin Beispiel\",\"reason\":\"Vertragsende\"}".formatted(slug);
    }

    private String offer(String answer, LocalDate answeredOn) {
        return "{\"archive\":\"Kreisarchiv\",\"offeredOn\":\"%s\",\"answer\":\"%s\",\"answeredOn\":%s}"
                .formatted(today(), answer, answeredOn == null ? "null" : "\"" + answeredOn + "\"");
    }

    private HttpResponse<String> rest(Tenant tenant, String step, String json) {
        return send(tenant, step, json, deletions.get(tenant.id()).version());
    }

    private HttpResponse<String> send(Tenant tenant, String step, String json, long version) {
        return console.post(
                "/api/v1/tenants/" + tenant.id() + "/deletion" + step,
                "operator",
                json,
                "If-Match",
                "\"" + version + "\"");
    }

    private Tenant archived() {
        return tenants.change(active().id(), TenantState.ARCHIVED, TESTER, "");
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
