package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.operator.Staff;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.signup.Registration;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.model.tenant.TenantState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page of the console in the browser: no barrier, no sideways scrolling; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(ConsoleUnderTest.Given.class)
class ConsoleLookIT {
    private static final Path PICTURES = Path.of("target", "look");
    private static final Pattern LINK = Pattern.compile("/registrieren/bestaetigen/[\\w-]{43}");

    private static Chromium chromium;

    private final ConsoleUnderTest console;

    ConsoleLookIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @Test
    void lightAndWide() throws SQLException {
        look(chromium.page(1280, ColorScheme.LIGHT), "light");
    }

    @Test
    void darkAndNarrow() throws SQLException {
        look(chromium.page(320, ColorScheme.DARK), "dark-320");
    }

    @Test
    void withoutScriptTheCountyIsTypedAndLookedUp() {
        var page = chromium.pageWithoutScript(800);
        page.navigate(console.url() + "/registrieren/kreise");
        page.getByLabel("Name oder AGS").fill("karlsruhe");
        page.getByText("Suchen", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Stadt Karlsruhe, kreisfrei").click();
        assertThat(page.locator("#f-ags").inputValue()).isEqualTo("Stadt Karlsruhe, kreisfrei (08212)");
        page.locator("#f-ags").fill("Karlsruhe");
        page.getByText("Antrag senden").click();
        assertThat(page.locator("#fehler").innerText()).contains("Landkreis Karlsruhe (08215)");
    }

    private void look(Page page, String name) throws SQLException {
        for (var entry : visitorPages().entrySet()) {
            visit(page, entry.getValue(), entry.getKey() + "-" + name);
        }
        page.navigate(console.url() + "/registrieren");
        page.getByText("Antrag senden").click();
        check(page, "registrieren-fehler-" + name);
        signIn(page);
        for (var entry : operatorPages().entrySet()) {
            visit(page, entry.getValue(), entry.getKey() + "-" + name);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        visit(page, operatorPages().get("arbeitsbereich"), "druck-arbeitsbereich-" + name);
        page.close();
    }

    private void visit(Page page, String path, String name) {
        page.navigate(console.url() + path);
        check(page, name);
    }

    private static void check(Page page, String name) {
        Chromium.picture(page, PICTURES.resolve(name + ".png"));
        Chromium.expectNoBarrier(page);
        Chromium.expectNoSidewaysScrolling(page);
    }

    private void signIn(Page page) {
        page.navigate(console.url() + "/anmelden");
        page.locator("input[name=email]").fill(console.newAccount("operator"));
        page.locator("input[name=password]").fill(ConsoleUnderTest.PASSWORD);
        page.locator("main button[type=submit]").click();
    }

    private Map<String, String> visitorPages() {
        var county = console.county();
        var address = "look@k" + county.ags() + ".example";
        console.bean(Registration.class).request(new CountyRequest(county, "Änne Müller", address));
        var link = LINK.matcher(console.mails(address).getFirst().body());
        assertThat(link.find()).isTrue();
        var pages = new LinkedHashMap<String, String>();
        pages.put("registrieren", "/registrieren");
        pages.put("kreise", "/registrieren/kreise?suche=ro");
        pages.put("kreise-leer", "/registrieren/kreise?suche=entenhausen");
        pages.put("gesendet", "/registrieren/gesendet");
        pages.put("bestaetigen", link.group());
        pages.put("bestaetigt", "/registrieren/bestaetigt");
        pages.put("link-wertlos", "/registrieren/bestaetigen/falsch");
        pages.put("fehlt", "/gibt-es-nicht");
        pages.put("postfach", "/postfach");
        pages.put("mail", "/postfach/" + console.mails(address).getFirst().id());
        return pages;
    }

    private Map<String, String> operatorPages() throws SQLException {
        var waiting = console.county();
        var registration = console.bean(Registration.class);
        var address = "look@k" + waiting.ags() + ".example";
        var signup = registration.request(new CountyRequest(waiting, "Änne Müller", address));
        var link = LINK.matcher(console.mails(address).getFirst().body());
        assertThat(link.find()).isTrue();
        registration.confirm(link.group().substring(link.group().lastIndexOf('/') + 1));
        var failed = entered();
        var tenants = console.bean(Tenants.class);
        tenants.change(failed, TenantState.PROVISIONING, Actor.without("Test"), "");
        tenants.change(
                failed,
                TenantState.FAILED,
                Actor.without("Test"),
                "Nach 5 Versuchen aufgegeben beim Schritt „Schema und Tabellen“: SQLSTATE 53300");
        var active = entered();
        console.bean(Provisioning.class).complete(active);
        var pages = new LinkedHashMap<String, String>();
        pages.put("uebersicht", "/");
        pages.put("antraege", "/antraege");
        pages.put("antraege-leer", "/antraege?zustand=expired");
        pages.put("antrag", "/antraege/" + signup.id());
        pages.put("arbeitsbereiche", "/arbeitsbereiche");
        pages.put("arbeitsbereiche-leer", "/arbeitsbereiche?zustand=moving");
        pages.put("arbeitsbereich", "/arbeitsbereiche/" + active + "?erledigt=invite");
        pages.put("arbeitsbereich-fehler", "/arbeitsbereiche/" + failed);
        for (var part : List.of("kontingent", "umzug", "hilfe")) {
            pages.put(part, "/arbeitsbereiche/" + active + "/" + part);
        }
        for (var part :
                List.of("uebernahme", "mitteilungen", "mitteilungen/neu", "datenbankserver", "katalog", "konto")) {
            pages.put(part.replace('/', '-'), "/" + part);
        }
        pages.put("loeschung-ankuendigen", "/arbeitsbereiche/" + archived() + "/loeschung");
        pages.put("loeschung-antworten", "/arbeitsbereiche/" + announced() + "/loeschung?erledigt=export");
        pages.put("aktualisierung", "/aktualisierung");
        pages.put("pruefung", "/pruefung");
        pages.put("protokoll", "/protokoll");
        pages.put("konten", "/konten");
        pages.put(
                "konto-rolle",
                "/konten/" + console.bean(Staff.class).list(0, 1).getFirst().id());
        mailGivenUp(active);
        pages.put("arbeiten", "/arbeiten");
        return pages;
    }

    /** As the platform would have counted. */
    private static void mailGivenUp(UUID tenant) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    INSERT INTO registry.workspace_figures (tenant_id, accounts, open_rounds, settled, questions, mails_waiting,
                      mails_given_up, mails_oldest, mails_fault, created_at, modified_at, version)
                    VALUES ('%s', 1, 0, 0, 19, 3, 2, now(), 'SendFailedException', now(), now(), 0)\
                    """.formatted(tenant));
        }
    }

    private UUID announced() {
        var id = archived();
        var tenant = console.bean(Tenants.class).get(id);
        var wish = new Deletions.Announcement(tenant.slug(), "Landrätin Beispiel", "Vertragsende");
        var deletions = console.bean(Deletions.class);
        var announced = deletions.announce(id, tenant.version(), wish, Actor.without("Test"));
        return deletions
                .answerExport(id, announced.version(), false, Actor.without("Test"))
                .tenantId();
    }

    private UUID archived() {
        var id = entered();
        console.bean(Provisioning.class).complete(id);
        return console.bean(Tenants.class)
                .change(id, TenantState.ARCHIVED, Actor.without("Test"), "Ende")
                .id();
    }

    private UUID entered() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "look@k" + county.ags() + ".example");
        return Objects.requireNonNull(console.bean(Decision.class)
                .enter(request, Actor.without("Test"))
                .tenantId());
    }
}
