package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.Slug;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements by the page, by REST and on the command line, and what the platform sees of them. */
@ExtendWith(ConsoleUnderTest.Given.class)
class AnnouncementIT {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String DOCUMENT =
            "{\"kind\":\"maintenance\",\"title\":\"%s\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":null,\"counties\":%s}";

    private final ConsoleUnderTest console;

    AnnouncementIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void anOperatorWritesLooksPublishesAndWithdrawsOnThePage() throws Exception {
        var tenant = tenant();
        var browser = console.browser("operator");
        assertThat(browser.get("/mitteilungen/neu").body()).contains("Wartung", "Störung", "Hinweis");
        var created = browser.post("/mitteilungen", typed("Wartung auf der Seite", "chosen", tenant.slug()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(303);
        var path = created.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(path).body())
                .contains("Wartung: Wartung auf der Seite", "Zweite Zeile", "Entwurf", tenant.name());
        assertThat(seenByThePlatform("Wartung auf der Seite")).isZero();

        assertThat(browser.post(path + "/veroeffentlichen", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(seenByThePlatform("Wartung auf der Seite")).isEqualTo(1);
        browser.get(path);
        assertThat(browser.post(path + "/zurueckziehen", Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(seenByThePlatform("Wartung auf der Seite")).isZero();
        assertThat(browser.get("/mitteilungen").body()).contains("Wartung auf der Seite", "zurückgezogen");
        assertThat(browser.get("/protokoll").body())
                .contains("Mitteilung: Entwurf angelegt", "Mitteilung veröffentlicht", "Mitteilung zurückgezogen");
    }

    @Test
    void programsDoTheSameAndOnlyWithWhatTheyHaveRead() throws Exception {
        var tenant = tenant();
        var created = console.post(
                "/api/v1/announcements",
                "operator",
                DOCUMENT.formatted("Durch ein Programm", "[\"" + tenant.ags().text() + "\"]"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("\"state\":\"draft\"", tenant.id().toString());
        var path = "/api/v1/announcements/" + id(created.body());
        assertThat(put(path, DOCUMENT.formatted("Anders", "null"), "\"0\"")).isEqualTo(200);
        assertThat(put(path, DOCUMENT.formatted("Noch einmal", "null"), "\"0\""))
                .isEqualTo(412);
        assertThat(console.post(path + "/publish", "operator", "{}").statusCode())
                .isEqualTo(428);
        assertThat(console.post(path + "/publish", "operator", "{}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(path, DOCUMENT.formatted("Zu spät", "null"), "\"2\"")).isEqualTo(409);
        assertThat(console.post(path + "/withdraw", "operator", "{}", "If-Match", "\"2\"")
                        .body())
                .contains("\"state\":\"withdrawn\"", "\"counties\":null");
        assertThat(console.post(path + "/publish", "operator", "{}", "If-Match", "\"3\"")
                        .statusCode())
                .isEqualTo(409);
        assertThat(console.get("/api/v1/announcements", "support").body()).contains("Anders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"party\",\"title\":\"x\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kind\":\"hint\",\"title\":\" \",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kind\":\"hint\",\"title\":\"a\\nb\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kind\":\"hint\",\"title\":\"a\\u0085b\",\"from\":\"2026-01-01T00:00:00Z\"}",
                "{\"kind\":\"hint\",\"title\":\"x\"}",
                "{\"kind\":\"hint\",\"title\":\"x\",\"from\":\"2026-01-01T00:00:00Z\",\"counties\":[]}",
                "{\"kind\":\"hint\",\"title\":\"x\",\"from\":\"2026-01-02T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"}"
            })
    void theInterfaceRefusesWhatIsNoAnnouncement(String json) {
        var refused = console.post("/api/v1/announcements", "operator", json);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body().contains("Das Ende muss nach dem Beginn liegen"))
                .isEqualTo(json.contains("until"));
    }

    @Test
    void aCountyThatNobodyKnowsIsNotEveryone() {
        assertThat(console.post("/api/v1/announcements", "operator", DOCUMENT.formatted("x", "[\"nirgendwo\"]"))
                        .statusCode())
                .isEqualTo(404);
        var browser = console.browser("operator");
        browser.get("/mitteilungen/neu");
        var refused = browser.post("/mitteilungen", typed("Bleibt stehen", "chosen", "nirgendwo"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Bleibt stehen\"", "nirgendwo", "href=\"#f-counties\"");
    }

    @Test
    void whatWasTypedWrongStaysInTheForm() {
        var browser = console.browser("operator");
        browser.get("/mitteilungen/neu");
        var fields = typed("", "everyone", "");
        fields.put("until", "2025-01-01T00:00");
        var refused = browser.post("/mitteilungen", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-title\"", "href=\"#f-until\"", "2025-01-01T00:00", "Zweite Zeile");
        fields.putAll(Map.of("from", "", "until", "gestern"));
        assertThat(browser.post("/mitteilungen", fields).body())
                .as("all that is wrong at once")
                .contains("href=\"#f-title\"", "href=\"#f-from\"", "href=\"#f-until\"");
    }

    @Test
    void supportLooksOnly() {
        assertThat(console.post("/api/v1/announcements", "support", DOCUMENT.formatted("x", "null"))
                        .statusCode())
                .isEqualTo(403);
        var browser = console.browser("support");
        assertThat(browser.get("/mitteilungen").body()).doesNotContain("Neue Mitteilung");
        assertThat(browser.get("/mitteilungen/neu").statusCode()).isEqualTo(403);
    }

    @Test
    void theCommandLineDoesItToo() throws Exception {
        var tenant = tenant();
        var drafted = kk(
                "announce", "draft", "--kind", "disruption", "--title", "Von der Zeile", "--output", "json", "--yes");
        var id = id(drafted);
        assertThat(seenByThePlatform("Von der Zeile")).isZero();
        var changed = kk(
                "announce",
                "change",
                id,
                "--kind",
                "hint",
                "--title",
                "Neu gesagt",
                "--county",
                tenant.slug(),
                "--yes");
        assertThat(changed).contains("Neu gesagt", "hint", "1 counties").doesNotContain("Von der Zeile");
        kk("announce", "publish", id, "--yes");
        assertThat(seenByThePlatform("Neu gesagt")).isEqualTo(1);
        kk("announce", "withdraw", id, "--yes");
        assertThat(seenByThePlatform("Neu gesagt")).isZero();
        assertThat(kk("announce", "list")).contains("Neu gesagt", "withdrawn", "1 counties");
    }

    private int put(String path, String json, String version) {
        return console.send(console.request(path)
                        .header("Authorization", "Bearer " + console.token("operator"))
                        .header("Content-Type", "application/json")
                        .header("If-Match", version)
                        .PUT(BodyPublishers.ofString(json)))
                .statusCode();
    }

    private static Map<String, String> typed(String title, String audience, String counties) {
        var fields = new HashMap<String, String>();
        fields.put("version", "0");
        fields.put("kind", "maintenance");
        fields.put("title", title);
        fields.put("text", "Erste Zeile\nZweite Zeile");
        fields.put("from", "2026-01-01T00:00");
        fields.put("until", "");
        fields.put("audience", audience);
        fields.put("counties", counties);
        return fields;
    }

    /** Rows of the view that is all the platform may read. */
    private static int seenByThePlatform(String title) throws SQLException {
        try (var platform = TestServer.platform();
                var query =
                        platform.prepareStatement("SELECT count(*) FROM registry.open_announcement WHERE title = ?")) {
            query.setString(1, title);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String id(String json) {
        var id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    private Tenant tenant() {
        var county = console.county();
        return console.bean(Tenants.class)
                .create(county, new Slug("mitteilung-" + county.ags().text()), Program.TESTER, "")
                .orElseThrow();
    }

    private static String kk(String... args) {
        var out = new StringWriter();
        var beside = new StringWriter();
        var status = WatchedKk.run(
                () -> Settings.start(ConsoleUnderTest.settings(), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(out),
                new PrintWriter(beside),
                args);
        assertThat(status).as(out + beside.toString()).isZero();
        return out.toString();
    }
}
