package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.catalogue.Releases;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.database.TestServer;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which version of the catalogue counties are offered, by the page, by REST and on the command line. */
@ExtendWith(ConsoleUnderTest.Given.class)
class CatalogueIT {
    private final ConsoleUnderTest console;

    CatalogueIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @AfterEach
    void holdBack() {
        console.bean(Releases.class).hold(2, Program.TESTER);
    }

    @Test
    void aNewVersionIsHeldBackUntilAnOperatorOffersItOnThePage() throws Exception {
        var browser = console.browser("operator");
        assertThat(browser.get("/katalog").body())
                .contains("Fassung 2", "zurückgehalten", "Digitales", "Den Kreisen anbieten");
        assertThat(offered()).isEqualTo(1);
        assertThat(browser.post("/katalog/2/veroeffentlichen", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(offered()).isEqualTo(2);
        assertThat(browser.get("/katalog").body()).contains("wird angeboten");
        browser.post("/katalog/2/zurueckhalten", Map.of());
        assertThat(offered()).isEqualTo(1);
        assertThat(browser.get("/protokoll").body())
                .contains("Katalog: Fassung veröffentlicht", "Katalog: Fassung zurückgehalten");
    }

    @Test
    void programsAndTheCommandLineDoItToo() throws Exception {
        assertThat(console.post("/api/v1/catalogue-versions/2/publish", "operator", "{}")
                        .body())
                .contains("\"version\":2,\"published\":true", "\"kind\":\"added\"");
        assertThat(offered()).isEqualTo(2);
        assertThat(kk("catalogue", "hold", "2", "--yes")).contains("held back");
        assertThat(offered()).isEqualTo(1);
        assertThat(kk("catalogue", "publish", "2", "--yes", "--output", "json")).contains("\"published\":true");
        assertThat(kk("catalogue", "versions")).contains("published");
        assertThat(console.get("/api/v1/catalogue-versions", "support").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFirstVersionAndOneThatDoesNotExistAreNotToBeDecided() {
        assertThat(console.post("/api/v1/catalogue-versions/1/hold", "operator", "{}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(console.post("/api/v1/catalogue-versions/9/publish", "operator", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.post("/api/v1/catalogue-versions/2/publish", "support", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.browser("support").get("/katalog").body()).doesNotContain("Den Kreisen anbieten");
    }

    @Test
    void aNewCountyBeginsWithWhatIsOfferedAndOneThatStandsKeepsItsOwn() throws Exception {
        var before = built();
        console.bean(Releases.class).publish(2, Program.TESTER);
        var after = built();
        assertThat(taken(before)).isEqualTo(1);
        assertThat(taken(after)).isEqualTo(2);
    }

    private static int offered() throws SQLException {
        try (var platform = TestServer.platform();
                var statement = platform.createStatement();
                var row = statement.executeQuery("SELECT number FROM registry.published_catalogue")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int taken(Tenant tenant) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery("SELECT taken FROM " + tenant.schema() + ".catalogue_choice")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Tenant built() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        console.bean(Provisioning.class).complete(id);
        return console.bean(Tenants.class).get(id);
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
