package de.kreiskonzept.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Wire;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An exported file comes in by page and by REST: shown first, taken over in the background; what is bad leaves nothing. */
@ExtendWith(ConsoleUnderTest.Given.class)
class ImportRoutesIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String ACCOUNTS = "tables/identity_account.jsonl";
    private static final int LONG_ROW = 140 << 20;

    private final ConsoleUnderTest console;
    private byte[] file;

    ImportRoutesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void exports() throws Exception {
        file = ExportedCounty.of(console);
    }

    @Test
    void anOperatorSeesWhatAFileHoldsBeforeAnythingIsMade() throws Exception {
        var browser = console.browser(Roles.OPERATOR);
        assertThat(browser.get("/uebernahme").body())
                .contains("Exportierte Datei", "multipart/form-data")
                .as("what is too large is said before anything is sent")
                .contains("data-largest=\"", "Eine größere übernehmen Sie auf der Kommandozeile: kk tenant import");
        var sent = browser.upload("/uebernahme", file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var page = sent.headers().firstValue("Location").orElseThrow();
        var content = manifest();
        assertThat(browser.get(page).body())
                .contains(content.county(), content.ags(), content.schemaVersion(), "geprüft, noch nichts angelegt");
        assertThat(browser.post(page, Map.of("ags", content.ags())).body()).contains("hat schon einen Arbeitsbereich");
        assertThat(browser.post(page, Map.of("ags", "99999")).body()).contains("Einen Kreis mit dem AGS 99999");

        var other = console.county();
        assertThat(browser.post(page, Map.of("ags", other.ags().text())).statusCode())
                .isEqualTo(303);
        var underWay = browser.get(page);
        assertThat(underWay.headers().firstValue("Refresh")).contains("2");
        assertThat(underWay.body()).contains("<progress");
        assertThat(browser.post(page + "/verwerfen", Map.of()).statusCode()).isEqualTo(409);
        console.bean(IncomingFiles.class).work();
        assertThat(browser.get(page).body())
                .contains("Arbeitsbereich ist angelegt", "Zum Arbeitsbereich")
                .doesNotContain("Datei verwerfen");
        assertThat(console.bean(Tenants.class)
                        .findLiving(other.ags())
                        .orElseThrow()
                        .state())
                .isEqualTo(TenantState.ACTIVE);
        assertThat(kept(id(page))).isFalse();
    }

    @Test
    void programsSendAFileAndFollowIt() throws Exception {
        var other = console.county();
        var begun = send("?ags=" + other.ags().text(), file);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var location = begun.headers().firstValue("Location").orElseThrow();
        assertThat(console.get(location, Roles.OPERATOR).body())
                .contains("\"state\":\"filling\"", "\"ags\":\"" + other.ags().text() + "\"");
        console.<Boolean>job("take over files", () -> {
            console.bean(IncomingFiles.class).work();
            return true;
        });
        var tenant = console.bean(Tenants.class).findLiving(other.ags()).orElseThrow();
        assertThat(console.get(location, Roles.OPERATOR).body())
                .contains("\"state\":\"done\"", "\"tenantId\":\"" + tenant.id() + "\"");
        assertThat(console.trail(tenant.id())).containsExactly("tenant.imported");
    }

    @Test
    void refusesABadFileWithOneSentenceAndKeepsNothing() throws Exception {
        var bad = new LinkedHashMap<String, byte[]>();
        bad.put("noZip", "Das ist ein Brief.".getBytes(StandardCharsets.UTF_8));
        bad.put("damaged", Arrays.copyOf(file, file.length / 2));
        bad.put(
                "newer",
                rewritten(
                        "manifest.json",
                        text -> text.replaceFirst("\"changesets\":\\{", "$0\"later.sql::x::y\":\"9:0\",")));
        bad.put("beyondMeasure", rewritten(ACCOUNTS, text -> "0".repeat(LONG_ROW)));
        for (var each : bad.entrySet()) {
            isRefused(each.getValue(), each.getKey());
        }
        isRefused(rewritten(ACCOUNTS, text -> text.replace("Müller", "Maier")), "damaged");
        isRefused(
                rewritten("manifest.json", text -> text.replace("identity_account", "../../identity_account")),
                "damaged");
        isRefused(
                rewritten(
                        "manifest.json",
                        text -> text.replaceFirst("\"exportedAt\":\"[^\"]*\"", "\"exportedAt\":\"gestern\"")),
                "damaged");
        isRefused(rewritten("manifest.json", text -> text.replaceFirst("\"ags\":\"", "$0<script>")), "damaged");
    }

    private void isRefused(byte[] bad, String why) throws Exception {
        var before = traces();
        var sentence = new Texts().text("transfer." + why);
        var answer = send("?ags=" + console.county().ags().text(), bad);
        assertThat(answer.statusCode()).as(why + answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        var browser = console.browser(Roles.OPERATOR);
        browser.get("/uebernahme");
        var page = browser.upload("/uebernahme", bad);
        assertThat(page.statusCode()).as(why).isEqualTo(422);
        assertThat(page.body()).contains(sentence);
        assertThat(traces()).as(why).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothing() throws Exception {
        var before = traces();
        var large = new byte[31 << 20];
        System.arraycopy(file, 0, large, 0, file.length);
        // The answer comes while the file is still being sent.
        var answer = new Wire(console.url())
                .send(
                        "POST",
                        "/api/v1/imports",
                        large,
                        "Authorization: Bearer " + console.token(Roles.OPERATOR),
                        "Content-Type: application/zip");
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void refusesAFileForACountyThatHasAWorkspaceAndKeepsNothing() throws Exception {
        var before = traces();
        var answer = send("", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void saysOfRowsThatFitNoTableThatTheFileIsDamaged() throws Exception {
        var spares = console.bean(SpareSchemas.class).names();
        var begun = send("?ags=" + console.county().ags().text(), forged());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        console.bean(IncomingFiles.class).work();
        var location = begun.headers().firstValue("Location").orElseThrow();
        assertThat(console.get(location, Roles.OPERATOR).body())
                .contains("\"state\":\"failed\"", new Texts().text("transfer.damaged"));
        assertThat(console.browser(Roles.OPERATOR)
                        .get("/uebernahme/" + id(location))
                        .body())
                .contains(new Texts().text("transfer.damaged"))
                .doesNotContain("Datei verwerfen");
        assertThat(console.get("/api/v1/audit?size=100", Roles.OPERATOR).body())
                .contains(
                        "\"import.failed\",\"subject\":\"%s\",\"detail\":\"transfer.damaged\"".formatted(id(location)));
        assertThat(console.browser(Roles.OPERATOR).get("/protokoll").body())
                .contains("Datei unvollständig oder verändert");
        assertThat(kept(id(location))).isFalse();
        assertThat(console.bean(SpareSchemas.class).names()).isEqualTo(spares);
    }

    @Test
    void whatWasSentIsFoundAgainByPageAndInterface() throws Exception {
        var received = console.bean(IncomingFiles.class).receive(new ByteArrayInputStream(file), Program.TESTER);
        var page = "/uebernahme/" + received.id();
        assertThat(console.browser(Roles.OPERATOR).get("/uebernahme").body())
                .contains("Gesendete Dateien", "href=\"" + page + "\"", "geprüft, noch nichts angelegt");
        var list = console.get("/api/v1/imports", Roles.OPERATOR);
        assertThat(list.headers().firstValue("Link")).isPresent();
        assertThat(list.body())
                .contains("\"id\":\"" + received.id() + "\",\"state\":\"checked\"", "\"receivedAt\":\"20");
        assertThat(console.get("/api/v1/imports", Roles.SUPPORT).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        var browser = console.browser(Roles.OPERATOR);
        browser.get("/uebernahme");
        var answer = browser.upload("/uebernahme", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Bitte wählen Sie eine Datei aus.");
    }

    @Test
    void aFileIsThrownAway() throws Exception {
        var received = console.bean(IncomingFiles.class).receive(new ByteArrayInputStream(file), Program.TESTER);
        var path = "/api/v1/imports/" + received.id();
        var token = "Bearer " + console.token(Roles.OPERATOR);
        assertThat(console.send(console.request(path)
                                .header("Authorization", token)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(kept(received.id())).isFalse();
        assertThat(console.trail(received.id())).containsExactly("import.received", "import.discarded");
        assertThat(console.get(path, Roles.OPERATOR).statusCode()).isEqualTo(404);
    }

    @Test
    void supportSendsNothing() {
        var token = "Bearer " + console.token(Roles.SUPPORT);
        var request = console.request("/api/v1/imports")
                .header("Authorization", token)
                .header("Content-Type", "application/zip");
        assertThat(console.send(request.POST(BodyPublishers.ofByteArray(file))).statusCode())
                .isEqualTo(403);
        assertThat(console.browser(Roles.SUPPORT).get("/uebernahme").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(String query, byte[] body) {
        return console.send(console.request("/api/v1/imports" + query)
                .header("Authorization", "Bearer " + console.token(Roles.OPERATOR))
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private Manifest manifest() throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.ENTRY)) {
                    return console.bean(JsonMapper.class).readValue(zip.readAllBytes(), Manifest.class);
                }
            }
        }
        throw new AssertionError("no manifest");
    }

    /** A role that nobody can have, with all sums as they have to be. */
    private byte[] forged() throws IOException {
        var sums = new LinkedHashMap<String, String>();
        var changed = rewritten(ACCOUNTS, text -> {
            var forged = text.replace("\"admin\"", "\"emperor\"");
            var sha256 = Tables.sha256().digest(forged.getBytes(StandardCharsets.UTF_8));
            sums.put(ACCOUNTS, HexFormat.of().formatHex(sha256));
            return forged;
        });
        var whole = manifest();
        var parts = whole.tables().stream()
                .map(part -> part.entry().equals(ACCOUNTS)
                        ? new Manifest.TablePart(part.name(), part.rows(), Objects.requireNonNull(sums.get(ACCOUNTS)))
                        : part)
                .toList();
        var forged = new Manifest(
                whole.format(),
                whole.exportedAt(),
                whole.ags(),
                whole.county(),
                whole.schemaVersion(),
                whole.changesets(),
                parts,
                Manifest.digestOf(parts));
        var json = new String(console.bean(JsonMapper.class).writeValueAsBytes(forged), StandardCharsets.UTF_8);
        file = changed;
        return rewritten("manifest.json", text -> json);
    }

    private byte[] rewritten(String name, java.util.function.UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals(name)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    private static UUID id(String location) {
        var found = ID.matcher(location);
        assertThat(found.find()).isTrue();
        return UUID.fromString(found.group());
    }

    private boolean kept(UUID id) {
        return console.bean(IncomingFolder.class).has(id);
    }

    /** Rows, files and schemas of imports. */
    private String traces() throws SQLException, IOException {
        var folder = console.bean(IncomingFolder.class).path(UUID.randomUUID()).getParent();
        try (var superuser = TestServer.shared().superuser();
                var row = superuser.createStatement().executeQuery("SELECT count(*) FROM registry.transfer_import")) {
            row.next();
            var files = 0L;
            if (Files.isDirectory(folder)) {
                try (var found = Files.list(folder)) {
                    files = found.count();
                }
            }
            return row.getLong(1) + " " + files + " "
                    + console.bean(SpareSchemas.class).names();
        }
    }
}
