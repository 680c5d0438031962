package de.kreiskonzept.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class ConsolePagesIT {
    private final ConsoleUnderTest console;

    ConsolePagesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void sendsVisitorsToTheSignInWhichOffersTheRequestOfACounty() throws Exception {
        assertThat(console.browser().get("/").headers().firstValue("Location").orElse(""))
                .startsWith("/anmelden");
        assertThat(console.browser().get("/anmelden").body()).contains("href=\"/registrieren\"");
    }

    @Test
    void offersOperatorsTheTrailAndTheirNameAndSupportNoTrail() {
        assertThat(console.browser(Roles.OPERATOR).get("/").body())
                .contains("Anträge", "Arbeitsbereiche", "Postfach", "Protokoll", "Betreiber operator");
        assertThat(console.browser(Roles.SUPPORT).get("/").body()).doesNotContain("Protokoll");
        assertThat(console.browser(Roles.SUPPORT).get("/protokoll").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsTheTrailNewestFirst() {
        console.newAccount(Roles.SUPPORT);
        var page = console.browser(Roles.OPERATOR).get("/protokoll");
        console.token(Roles.OPERATOR);
        console.newAccount(Roles.SUPPORT);

        var part = console.get("/api/v1/audit?size=1", Roles.OPERATOR);

        assertThat(page.body()).contains("Konto des Betreibers angelegt", "Einrichtung");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).contains("\"action\":\"operator.created\"");
        assertThat(part.headers().firstValue("Link").orElse("")).contains("rel=\"last\"");
    }

    @Test
    void namesTheCountyThatAnEntryIsAboutAndLeadsToIt() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "trail@k" + county.ags() + ".example");
        var id = console.bean(Decision.class).enter(request, Program.TESTER).tenantId();
        assertThat(console.browser(Roles.OPERATOR).get("/protokoll").body())
                .contains("<a class=\"kk-link\" href=\"/arbeitsbereiche/" + id + "\">" + county.displayName() + "</a>");
    }

    @Test
    void showsMailNewestFirstAndItsLinks() throws Exception {
        var older = mail("Die erste", "Nichts", Instant.now().plusSeconds(60));
        var newer = mail(
                "Die zweite",
                "Hier: http://localhost:8080/konstanz/<b>",
                Instant.now().plusSeconds(120));

        var list = console.browser().get("/postfach").body();
        var shown = console.browser().get("/postfach/" + newer).body();

        assertThat(list.indexOf(newer.toString())).isBetween(0, list.indexOf(older.toString()));
        assertThat(shown).contains("<a class=\"kk-link\" href=\"http://localhost:8080/konstanz/\">", "&lt;b&gt;");
        assertThat(console.browser().get("/postfach/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void hasNoMailboxOutsideLocalUse() throws Exception {
        var settings = ConsoleUnderTest.settings();
        settings.put("kreiskonzept.smtp-url", "smtp://localhost:1");
        try (var server = ApplicationContext.run(EmbeddedServer.class, settings, "console", "test");
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.getURL() + "/postfach"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void describesItsInterface() throws Exception {
        var description = console.send(console.request("/openapi.json"));

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("\"3.1.0\"", "/api/v1/token", "/api/v1/audit");
    }

    @Test
    void answersInGermanWhenThereIsNoSuchPage() throws Exception {
        var page = console.browser().get("/gibt-es-nicht");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Betreiberkonsole", "Zur Startseite");
    }

    private UUID mail(String subject, String body, Instant at) throws Exception {
        var id = UUID.randomUUID();
        var folder = Files.createDirectories(Path.of(
                console.bean(Environment.class).getRequiredProperty("kreiskonzept.data-dir", String.class), "mailbox"));
        var file = Files.writeString(
                folder.resolve(id + ".eml"), """
                    To: kreis@kreis.example
                    Subject: %s
                    Content-Type: text/plain; charset=UTF-8

                    %s
                    """.formatted(subject, body).replace("\n", "\r\n"));
        Files.setLastModifiedTime(file, FileTime.from(at));
        return id;
    }
}
