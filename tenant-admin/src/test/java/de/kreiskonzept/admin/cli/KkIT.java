package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Registration;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.County;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ConsoleUnderTest.Given.class)
class KkIT {
    private final ConsoleUnderTest console;
    private final Supplier<ApplicationContext> start =
            () -> Settings.start(ConsoleUnderTest.settings(), "console", "local", "test");

    private String out = "";
    private String err = "";

    KkIT(ConsoleUnderTest console) {
        this.console = console;
    }

    private int kk(String... args) {
        return kk(start, "", args);
    }

    private int kk(Supplier<ApplicationContext> context, String answers, String... args) {
        var written = new StringWriter();
        var beside = new StringWriter();
        var status = WatchedKk.run(
                context, new StringReader(answers), new PrintWriter(written), new PrintWriter(beside), args);
        out = written.toString();
        err = beside.toString();
        return status;
    }

    private static ApplicationContext noDatabase() {
        throw new IllegalStateException("no database here");
    }

    @Test
    void helpsAndShowsTheCatalogueWithoutADatabase() {
        assertThat(kk(KkIT::noDatabase, "", "--help")).isZero();
        assertThat(out).contains("tenant", "signup", "audit", "catalogue");
        assertThat(kk(KkIT::noDatabase, "", "tenant", "list", "--help")).isZero();
        assertThat(kk(KkIT::noDatabase, "", "catalogue", "show", "--search", "Konstanz"))
                .isZero();
        assertThat(out).contains("08335", "Landkreis Konstanz", "konstanz");
    }

    @Test
    void endsWithTwoForAWrongUsage() {
        assertThat(kk(KkIT::noDatabase, "")).isEqualTo(2);
        assertThat(kk(KkIT::noDatabase, "", "tenant")).isEqualTo(2);
        assertThat(kk(KkIT::noDatabase, "", "tenant", "explode")).isEqualTo(2);
        assertThat(kk(KkIT::noDatabase, "", "tenant", "suspend", "konstanz")).isEqualTo(2);
        assertThat(kk(KkIT::noDatabase, "", "tenant", "list", "--state", "happy"))
                .isEqualTo(2);
        assertThat(kk(KkIT::noDatabase, "", "signup", "approve", "no-id")).isEqualTo(2);
    }

    @Test
    void entersSuspendsAndResumesACounty() {
        var ags = console.county().ags().text();

        assertThat(kk("tenant", "create", ags, "--contact", "Ada Amt", "--email", "ada@kreis.example", "--yes"))
                .isZero();
        assertThat(out).contains(ags, "active");
        var built = console.bean(Tenants.class).findTyped(ags).orElseThrow().id();
        assertThat(console.get("/api/v1/audit?size=100", "operator").body())
                .contains("tenant.active " + built + " from provisioning, tenant.invited " + built);
        assertThat(kk("tenant", "suspend", ags, "--reason", "Wartung", "--dry-run"))
                .isZero();
        assertThat(out).startsWith("WOULD").contains("suspend");
        assertThat(kk("tenant", "suspend", ags, "--reason", "Wartung", "--yes")).isZero();
        assertThat(kk("tenant", "show", ags, "--output", "json")).isZero();
        assertThat(out).startsWith("{").contains("\"ags\":\"" + ags + "\"", "\"state\":\"suspended\"");
        showsWhatPageAndRestShow(ags, built);
        assertThat(kk("tenant", "resume", ags, "--reason", "Fertig", "--yes")).isZero();
        assertThat(kk("tenant", "close", ags, "--reason", "Umzug", "--yes")).isZero();
        assertThat(kk("tenant", "archive", ags, "--reason", "Ende", "--yes")).isZero();
        assertThat(out).contains("archived");
        assertThat(kk("tenant", "reopen", ags, "--reason", "Irrtum", "--yes")).isEqualTo(1);
        assertThat(err).contains("ist archiviert");
        assertThat(kk("tenant", "unarchive", ags, "--reason", "Irrtum", "--yes"))
                .isZero();
        assertThat(kk("tenant", "reopen", ags, "--reason", "Irrtum", "--yes")).isZero();
        assertThat(kk("tenant", "list", "--search", ags, "--state", "active", "--output", "json"))
                .isZero();
        assertThat(out).startsWith("[").contains(ags);
        assertThat(kk("tenant", "invite", ags, "--yes")).isZero();
        assertThat(console.mails("ada@kreis.example").getFirst().subject()).startsWith("Einladung");
        assertThat(kk("tenant", "retry", ags, "--yes")).isEqualTo(1);
    }

    private void showsWhatPageAndRestShow(String ags, UUID built) {
        assertThat(out)
                .contains(
                        "\"actions\":[\"resume\",\"archive\"]", "\"reason\":\"Wartung\"", "\"from\":\"provisioning\"");
        var seen = console.get("/api/v1/tenants/" + built, "support").body();
        assertThat(seen).endsWith(out.strip().substring(out.indexOf(",\"events\":")));
        assertThat(kk("tenant", "show", ags)).isZero();
        assertThat(out).contains("suspended by Kommandozeile: Wartung", "resume, archive", built.toString());
    }

    @Test
    void announcesADeletionWithTheSlugTypedAgainSettlesItAndCallsItOff() {
        var ags = console.county().ags().text();
        assertThat(kk("tenant", "create", ags, "--contact", "Ada Amt", "--email", "ada@kreis.example", "--yes"))
                .isZero();
        var announce = new String[] {"tenant", "delete", ags, "--asked-by", "Landrätin", "--reason", "Vertragsende"};
        assertThat(kk(start, "", "tenant", "delete", ags, "--yes")).isEqualTo(2);
        assertThat(kk(start, "konstanzz\n", announce)).isEqualTo(1);
        assertThat(kk("tenant", "archive", ags, "--reason", "Ende", "--yes")).isZero();
        assertThat(kk(start, "konstanzz\nj\n", announce)).isEqualTo(1);
        assertThat(err).contains("schreiben Sie zur Bestätigung genau");
        var slug = console.bean(Tenants.class).findTyped(ags).orElseThrow().slug();
        assertThat(kk(start, slug + "\nj\n", announce)).isZero();
        assertThat(out).contains("export", "Landrätin");
        assertThat(kk("tenant", "unarchive", ags, "--reason", "Irrtum", "--yes"))
                .isEqualTo(1);
        assertThat(kk("deletion", "export", ags, "--yes")).isEqualTo(1);
        assertThat(err).contains("kein Export");
        assertThat(kk("deletion", "export", ags, "--declined", "--yes")).isZero();
        var today = console.bean(Deletions.class).today();
        var archive = new String[] {"deletion", "archive", ags, "--name", "Kreisarchiv", "--offered-on", "" + today};
        assertThat(kk(with(archive, "--yes"))).isZero();
        assertThat(kk(with(archive, "--answer", "declined", "--yes"))).isEqualTo(2);
        assertThat(kk(with(archive, "--answer", "declined", "--answered-on", "" + today, "--yes")))
                .isZero();
        assertThat(kk("deletion", "show", ags, "--output", "json")).isZero();
        assertThat(out)
                .startsWith("{")
                .contains("\"stage\":\"waiting\"", "\"waitsUntil\":\"" + today.plusDays(30) + "\"");
        assertThat(kk("deletion", "certificate", ags, "unwritten.pdf")).isEqualTo(1);
        assertThat(kk("deletion", "cancel", ags, "--dry-run")).isZero();
        assertThat(kk("deletion", "cancel", ags, "--yes")).isZero();
        assertThat(out).contains("cancelled");
        assertThat(kk("deletion", "cancel", ags, "--yes")).isEqualTo(1);
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void aDryRunRefusesWhatWouldBeRefusedAndChangesNothing() {
        var county = console.county().ags().text();
        var create =
                new String[] {"tenant", "create", county, "--contact", "Ada", "--email", "a@b.example", "--dry-run"};
        assertThat(kk(create)).isZero();
        assertThat(kk("tenant", "show", county)).isEqualTo(1);
        create[2] = "99999";
        assertThat(kk(create)).isEqualTo(1);
        var request = request(console.county());
        assertThat(kk("signup", "approve", request, "--dry-run")).isEqualTo(1);
        assertThat(kk("signup", "reject", request, "--reason", "Kein Mandat", "--dry-run", "--output", "json"))
                .isZero();
        assertThat(out).startsWith("{").contains("\"dryRun\":true");
        assertThat(kk("signup", "list", "--state", "rejected", "--output", "json"))
                .isZero();
        assertThat(out).doesNotContain(request);
    }

    @Test
    void writesQuestionsBesideTheResults() {
        var county = console.county().ags().text();
        assertThat(kk(
                        start,
                        "j\n",
                        "tenant",
                        "create",
                        county,
                        "--contact",
                        "A",
                        "--email",
                        "a@b.example",
                        "--output",
                        "json"))
                .isZero();
        assertThat(out).startsWith("{");
        assertThat(err).contains("Go on?");
    }

    @Test
    void endsWithOneWhenTheRegistryRefuses() {
        assertThat(kk("tenant", "show", "gibt-es-nicht")).isEqualTo(1);
        assertThat(err).isNotBlank().doesNotContain("Exception");
        assertThat(kk("tenant", "create", "99999", "--contact", "Ada", "--email", "a@b.example", "--yes"))
                .isEqualTo(1);
        assertThat(kk("signup", "approve", UUID.randomUUID().toString(), "--yes"))
                .isEqualTo(1);
    }

    @Test
    void changesNothingWithoutAYes() {
        var county = console.county();
        var create = new String[] {
            "tenant", "create", county.ags().text(), "--contact", "Ada", "--email", "ada@kreis.example"
        };

        assertThat(kk(start, "n\n", create)).isEqualTo(1);
        assertThat(kk("tenant", "show", county.ags().text())).isEqualTo(1);
        assertThat(kk(start, "y\n", create)).isZero();
    }

    @Test
    void decidesOnTheRequestsOfCounties() {
        var approved = request(console.county());
        var rejected = request(console.county());

        assertThat(kk("signup", "list", "--output", "json")).isZero();
        assertThat(out).contains(approved, rejected);
        assertThat(kk("signup", "approve", approved, "--yes")).isEqualTo(1);
        assertThat(kk("signup", "reject", rejected, "--reason", "Kein Mandat", "--yes"))
                .isZero();
        assertThat(out).contains("rejected");
    }

    private String request(County county) {
        return console.bean(Registration.class)
                .request(new CountyRequest(county, "Ada Amt", "ada@kreis.example"))
                .id()
                .toString();
    }

    @Test
    void createsAnOperatorOnceWithThePasswordOfTheInput() {
        var email = UUID.randomUUID() + "@betreiber.example";

        assertThat(kk(start, "short\n", "operator", "create", email, "--name", "Ada", "--yes"))
                .isEqualTo(1);
        assertThat(kk(start, "a long enough password\n", "operator", "create", email, "--name", "Ada", "--yes"))
                .isZero();
        assertThat(kk(start, "a long enough password\n", "operator", "create", email, "--name", "Ada", "--yes"))
                .isEqualTo(1);
    }

    @Test
    void verifiesTheTrail() {
        console.newAccount("support");

        assertThat(kk("audit", "verify", "--output", "json")).isZero();
        assertThat(out).contains("\"result\":\"intact\"");
    }

    @Test
    void saysUntilWhenACountyLetsSomebodyIn() throws Exception {
        var ags = console.county().ags().text();
        assertThat(kk("tenant", "create", ags, "--contact", "Ada Amt", "--email", "ada@kreis.example", "--yes"))
                .isZero();
        assertThat(kk("tenant", "support", ags)).isEqualTo(1);
        assertThat(err).contains("niemanden eingelassen");
        var id = console.bean(Tenants.class).findTyped(ags).orElseThrow().id();
        try (var platform = TestServer.platform();
                var grant = platform.prepareStatement("""
                        INSERT INTO registry.support_grant
                          (id, tenant_id, granted_by, reason, writing, expires_at, created_at, modified_at, version)
                        SELECT ?, ?, 'Anna Admin', 'Ampel', false, at + interval '15 minutes', at, at, 0
                          FROM (SELECT ?::timestamptz AS at) AS now""")) {
            grant.setObject(1, UUID.randomUUID());
            grant.setObject(2, id);
            grant.setObject(3, OffsetDateTime.now(console.bean(MovableClock.class)));
            grant.executeUpdate();
        }
        assertThat(kk("tenant", "support", ags, "--output", "json")).isZero();
        assertThat(out.strip())
                .isEqualTo(console.get("/api/v1/tenants/" + id + "/support", "operator")
                        .body());
    }

    @Test
    void listsTheTrailAsPageAndRestDo() {
        console.newAccount("support");

        assertThat(kk("audit", "list", "--last", "2", "--output", "json")).isZero();
        assertThat(out.strip())
                .contains("operator.created")
                .isEqualTo(console.get("/api/v1/audit?size=2", "operator").body());
        assertThat(kk("audit", "list")).isZero();
        assertThat(out).contains("POSITION", "operator.created");
        assertThat(kk("audit", "list", "--last", "0")).isEqualTo(2);
    }

    @Test
    void readsTheSettingsOfTheLocalStart(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("local.properties"),
                "database.url=jdbc:postgresql://db:5433/kreiskonzept\ndatabase.kk_admin=secret\njwt=signing\n");

        assertThat(Settings.ofLocalStart(folder))
                .containsAllEntriesOf(Map.of(
                        "datasources.default.url", "jdbc:postgresql://db:5433/kreiskonzept",
                        "datasources.default.password", "secret",
                        "kreiskonzept.jwt-secret", "signing"));
    }

    @Test
    void saysWhatIsMissingWithoutSettings(@TempDir Path folder) {
        assertThat(kk(() -> Settings.start(Settings.ofLocalStart(folder)), "", "tenant", "list"))
                .isEqualTo(2);
        assertThat(err).contains("KK_DATABASE_URL");
    }
}
