package de.kreiskonzept.platform.identity.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspaces;
import de.kreiskonzept.platform.tenancy.support.SupportStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody of the provider inside a county: what can be seen and done, and how it ends. */
@ExtendWith(PlatformUnderTest.Given.class)
class SupportVisitIT {
    private static final String BANNER = "Der Betreiber (" + SupportDoor.VISITOR + ") sieht diesen Arbeitsbereich bis ";
    private static final String BOTH = SupportDoor.VISITOR + " (Betreiber), eingelassen von Prüfperson admin";
    private static final String OVER = "Dieser Zugang gilt nicht mehr";

    private final PlatformUnderTest platform;
    private SupportDoor door;
    private String home;

    SupportVisitIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCounty() throws Exception {
        door = new SupportDoor(platform, platform.county());
        home = door.home;
    }

    @Test
    void showsOnEveryPageWhoIsThereUntilWhenAndByWhom() throws Exception {
        var ticket = door.ticket(door.grant(false));
        assertThat(platform.page(home + "hilfe/eintritt/" + ticket, "").body())
                .contains(SupportDoor.VISITOR, "Prüfperson admin", "Die Ampel", "Nur lesen");
        var in = door.enter(ticket);
        assertThat(in.headers().firstValue("Location")).contains(home);
        assertThat(in.headers().allValues("Set-Cookie").toString().toLowerCase())
                .contains("path=" + home + ";", "httponly", "samesite=strict");
        var visitor = SupportDoor.cookie(in);
        for (var path : List.of("", "konzept", "konzept/massnahmen", "ampel", "sitzungen", "suche?q=Sprache")) {
            var page = platform.page(home + path, visitor);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains(BANNER, "Eingelassen von Prüfperson admin", "Besuch beenden");
        }
        assertThat(platform.page(home + "gibt-es-nicht", visitor).body()).contains(BANNER);
        assertThat(platform.page(home + "konzept", platform.cookie(door.county, Roles.LEAD))
                        .body())
                .doesNotContain("vom Betreiber", "Besuch beenden");
        assertThat(door.trail()).contains("support.granted", "support.entered", BOTH);
    }

    @Test
    void keepsAccountsTrailAndGrantsFromTheVisitorAndRecordsEachAttempt() throws Exception {
        for (var writing : List.of(false, true)) {
            var own = new SupportDoor(platform, platform.county());
            var visitor = own.visitor(writing);
            for (var path : List.of(
                    "konten",
                    "konten/neu",
                    "protokoll",
                    "konto",
                    "konto/zweiter-faktor",
                    "hilfe",
                    "hilfe/neu",
                    "kalender",
                    "benachrichtigungen",
                    "veroeffentlichung",
                    "konzept/import",
                    "konzept/zahlen/neu",
                    "start/beteiligte")) {
                var page = platform.page(own.home + path, visitor);
                assertThat(page.statusCode()).as(path).isEqualTo(403);
                assertThat(page.body()).contains("Der Versuch steht im Protokoll des Kreises.");
            }
            for (var action :
                    List.of("konto/sitzungen/beenden", "konto/wiederherstellungscodes", "hilfe/neu", "kalender")) {
                assertThat(platform.form(own.home, own.home + action, visitor, Map.of())
                                .statusCode())
                        .as(action)
                        .isEqualTo(403);
            }
            assertThat(own.entriesOf(BOTH))
                    .startsWith("support.entered")
                    .filteredOn("access.refused"::equals)
                    .hasSize(17);
            assertThat(own.entriesOf(BOTH)).hasSize(18);
        }
    }

    @Test
    void letsNobodyWriteWhomTheAdminHasLetInToRead() throws Exception {
        var path = home + "massnahmen/" + measure() + "/ampel";
        var visitor = door.visitor(false);
        assertThat(platform.page(path, visitor).body()).doesNotContain("name=\"light\"");
        assertThat(platform.page(home, visitor).body())
                .contains("Nachsehen, welche Stellen das Konzept nennt")
                .doesNotContain("Stellen pflegen");
        var refused = light(path, visitor);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("nur zum Lesen", BANNER);
        assertThat(platform.page(path, platform.cookie(door.county, Roles.LEAD)).body())
                .contains("Diese Maßnahme wurde noch nicht bewertet.");
        assertThat(door.entriesOf(BOTH)).containsExactly("support.entered", "access.refused");
    }

    @Test
    void recordsEachChangeOfAVisitorWhoMayWrite() throws Exception {
        var path = home + "massnahmen/" + measure() + "/ampel";
        var visitor = door.visitor(true);
        assertThat(platform.page(path, visitor).body())
                .contains("name=\"light\"", "sieht und bearbeitet diesen Arbeitsbereich bis ");
        var done = light(path, visitor);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(platform.page(path, platform.cookie(door.county, Roles.LEAD)).body())
                .contains("läuft an", BOTH);
        assertThat(door.entriesOf(BOTH)).containsExactly("support.entered", "measure.assessed");
        assertThat(platform.form(home, home + "gremien", visitor, Map.of("name", "X"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void namesTheVisitorInTheHistoryOfAGoalAndInTheBin() throws Exception {
        var goal = home + "konzept/ziele/" + goal();
        var visitor = door.visitor(true);
        var saved = platform.form(
                goal + "/bearbeiten",
                goal + "/bearbeiten",
                visitor,
                Map.of("version", "0", "text", "Alle lernen schnell", "kind", "overall_goal"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        var lead = platform.cookie(door.county, Roles.LEAD);
        assertThat(platform.page(goal + "/verlauf", lead).body())
                .contains("schnell", BOTH)
                .doesNotContain("Ehemalige Person");
        assertThat(platform.form(goal + "/bearbeiten", goal + "/loeschen", visitor, Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(home + "konzept/papierkorb", lead).body())
                .contains("Alle lernen schnell", BOTH)
                .doesNotContain("Ehemalige Person");
    }

    @Test
    void opensTheFormOfAGoalForAVisitorWhoMayWriteWithoutKeepingDrafts() throws Exception {
        var goal = goal();
        var form = home + "konzept/ziele/" + goal + "/bearbeiten";
        var visitor = door.visitor(true);
        var page = platform.page(form, visitor);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("data-writing");
        assertThat(platform.form(form, home + "konzept/ziele/" + goal + "/entwurf", visitor, Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(403);
        var reading = new SupportDoor(platform, platform.county());
        assertThat(platform.page(reading.home + "konzept", reading.visitor(false))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsTheVisitorWhatIsAnnouncedWithoutAButtonThatIsNotForVisitors() throws Exception {
        var announcement = UUID.randomUUID();
        try (var console = TestServer.admin();
                var statement = console.createStatement()) {
            statement.execute("""
                    INSERT INTO registry.announcement
                      (id, kind, title, body, begins_at, everyone, state, created_at, modified_at, version)
                    VALUES ('%1$s', 'hint', 'Neues Handbuch', '', now() - interval '1 hour', false, 'published', now(), now(), 0);
                    INSERT INTO registry.announcement_county VALUES ('%1$s', '%2$s', now(), now(), 0)""".formatted(announcement, door.county.id()));
        }
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        assertThat(platform.page(home, platform.cookie(door.county, Roles.LEAD)).body())
                .contains("Neues Handbuch", "weglegen");
        assertThat(platform.page(home, door.visitor(true)).body())
                .contains("Neues Handbuch")
                .doesNotContain("weglegen");
    }

    @Test
    void writesNoSecretOfALinkIntoTheTrail() throws Exception {
        var secret = "s".repeat(43);
        var refused = platform.form(home, home + "passwort/" + secret, door.visitor(true), Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(door.trail()).contains("POST /{county}/passwort/{token}").doesNotContain(secret);
    }

    @Test
    void refusesTheNextRequestAfterTheAdminHasEndedIt() throws Exception {
        var grant = door.grant(false);
        var visitor = SupportDoor.cookie(door.enter(door.ticket(grant)));
        assertThat(platform.page(home + "konzept", visitor).statusCode()).isEqualTo(200);
        door.end(grant);
        var refused = platform.page(home + "konzept", visitor);
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).contains(OVER).doesNotContain("kk-nav");
        assertThat(SupportDoor.cookie(refused)).isEqualTo("kk_session=");
        assertThat(platform.page(home + "konzept", "").statusCode()).isEqualTo(303);
        assertThat(door.trail()).contains("support.ended");
    }

    @Test
    void refusesTheNextRequestWhenTheTimeIsOver() throws Exception {
        var visitor = door.visitor(false);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(14));
        assertThat(platform.page(home, visitor).statusCode()).isEqualTo(200);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(1));
        assertThat(platform.page(home, visitor).body()).contains(OVER);
        assertThat(platform.bean(SupportStore.class).listExpired()).contains(door.county.id());
        platform.job(door.county, "end of support access", () -> {
            platform.bean(SupportAccess.class).closeExpired();
            return door;
        });
        assertThat(door.trail()).contains("support.expired", "Zeitablauf");
        assertThat(door.grant(true)).isNotEmpty();
    }

    @Test
    void recordsTheEndOfAGrantThatRanOutWhileTheCountyMoved() throws Exception {
        var store = platform.bean(SupportStore.class);
        var closing = new SupportClosing(platform.bean(Workspaces.class), store, platform.bean(SupportAccess.class));
        door.visitor(false);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(16));
        platform.become(door.county, TenantState.MOVING);
        closing.close();
        assertThat(store.listExpired()).contains(door.county.id());
        var moving = platform.bean(Workspaces.class).find(door.county.slug()).orElseThrow();
        assertThatThrownBy(() -> platform.in(moving, () -> {
                    platform.bean(SupportAccess.class).closeExpired();
                    return door;
                }))
                .as("a replica that has not heard of the move")
                .isNotNull();
        assertThat(store.listExpired()).contains(door.county.id());
        platform.become(door.county, TenantState.ACTIVE);
        closing.close();
        assertThat(store.listExpired()).doesNotContain(door.county.id());
        assertThat(door.trail()).containsOnlyOnce("support.expired");
    }

    @Test
    void endsTheVisitWhenTheVisitorLeaves() throws Exception {
        var visitor = door.visitor(false);
        var left = platform.form(home, home + "hilfe/verlassen", visitor, Map.of());
        assertThat(left.headers().firstValue("Location")).contains(home + "hilfe/verlassen");
        assertThat(SupportDoor.cookie(left)).isEqualTo("kk_session=");
        assertThat(platform.page(home, visitor).statusCode()).isEqualTo(410);
        assertThat(platform.page(home + "hilfe/verlassen", "").body()).contains("Besuch beendet");
        assertThat(door.trail()).contains("support.left", BOTH);
    }

    @Test
    void opensByATicketOnceForTwoMinutesAndAsLongAsTheCountyWants() throws Exception {
        var grant = door.grant(false);
        var used = door.ticket(grant);
        assertThat(door.enter(used).statusCode()).isEqualTo(303);
        assertThat(door.enter(used).statusCode()).isEqualTo(410);
        var old = door.ticket(grant);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(2));
        assertThat(door.enter(old).body()).contains(OVER);
        var late = door.ticket(grant);
        assertThat(door.enter(door.ticket(grant, door.county, "suspended")).statusCode())
                .as("works for the provider no more")
                .isEqualTo(410);
        door.end(grant);
        assertThat(door.enter(late).statusCode()).isEqualTo(410);
        assertThat(door.trail()).contains("support.refused", "\"detail\":\"ticket\"");
        assertThat(door.enter("niemals-ausgestellt").statusCode()).isEqualTo(410);
    }

    @Test
    void opensNothingOfAnotherCounty() throws Exception {
        var other = new SupportDoor(platform, platform.county());
        var ticket = door.ticket(door.grant(false));
        assertThat(other.enter(ticket).statusCode()).isEqualTo(410);
        var visitor = SupportDoor.cookie(door.enter(ticket));
        for (var path : List.of("", "konzept", "ampel")) {
            assertThat(platform.page(other.home + path, visitor).statusCode()).isEqualTo(404);
        }
        assertThat(platform.get("/api/v1/" + other.county.slug() + "/ampel", token(visitor))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.trail()).doesNotContain("support.");
    }

    @Test
    void believesNoCookieThatLies() throws Exception {
        var other = new SupportDoor(platform, platform.county());
        var visit = visitOf(token(door.visitor(false)));
        other.visitor(false);
        var tokens = platform.bean(Tokens.class);
        var of = other.county.id();
        assertThat(platform.page(other.home, lie(tokens.issue("platform-visitor", of, visit, visit, Tokens.BROWSER)))
                        .statusCode())
                .as("a visit of one county, said to be of another")
                .isEqualTo(410);
        assertThat(platform.page(home, lie(tokens.issue("platform", door.county.id(), visit, visit, Tokens.BROWSER)))
                        .statusCode())
                .as("a visit that says it is an account")
                .isEqualTo(303);
        var session = visitOf(door.admin);
        assertThat(platform.page(
                                home,
                                lie(tokens.issue(
                                        "platform-visitor", door.county.id(), session, session, Tokens.BROWSER)))
                        .statusCode())
                .as("an account that says it is a visit")
                .isEqualTo(410);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "ARCHIVED"})
    void letsNobodyIntoACountyThatIsShut(TenantState state) throws Exception {
        var grant = door.grant(true);
        var visitor = SupportDoor.cookie(door.enter(door.ticket(grant)));
        var ticket = door.ticket(grant);
        platform.become(door.county, state);
        assertThat(platform.page(home, visitor).statusCode()).isEqualTo(403);
        assertThat(platform.page(home + "hilfe/eintritt/" + ticket, "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void changesNothingInACountyThatCanOnlyBeReadWhateverTheAdminHasSaid() throws Exception {
        var path = home + "massnahmen/" + measure() + "/ampel";
        platform.become(door.county, TenantState.READ_ONLY);
        var visitor = door.visitor(true);
        assertThat(platform.page(path, visitor).statusCode()).isEqualTo(200);
        assertThat(light(path, visitor).statusCode()).isEqualTo(409);
    }

    @Test
    void costsThoseWhoHaveAnAccountNoStatement() throws Exception {
        var lead = platform.cookie(door.county, Roles.LEAD);
        var visitor = door.visitor(false);
        var statements = platform.bean(Statements.class);
        statements.forget();
        assertThat(platform.page(home + "konzept", lead).statusCode()).isEqualTo(200);
        assertThat(statements.about("registry.support")).isEmpty();
        assertThat(platform.page(home + "konzept", visitor).statusCode()).isEqualTo(200);
        assertThat(platform.page(home + "konzept", visitor).statusCode()).isEqualTo(200);
        assertThat(statements.about("registry.support")).hasSize(2);
    }

    @Test
    void letsProgramsOfAVisitorReadWhatAnEditorReads() throws Exception {
        var token = token(door.visitor(false));
        var api = "/api/v1/" + door.county.slug() + "/";
        assertThat(platform.get(api + "ampel", token).statusCode()).isNotIn(401, 403);
        var refused = platform.get(api + "konten", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/not-for-visitors");
        assertThat(platform.post(api + "token/code", token, "{\"code\":\"123456\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private UUID goal() throws Exception {
        try (var concept = new ConceptSample(door.county)) {
            return concept.goal(
                    concept.section(null, "field_of_action", "Sprache"), null, "overall_goal", "Alle lernen");
        }
    }

    private UUID measure() throws Exception {
        try (var concept = new ConceptSample(door.county)) {
            return concept.measure(concept.section(null, "other", "Sprache"), "Kurs", "grey", true);
        }
    }

    private HttpResponse<String> light(String path, String cookie) throws Exception {
        var fields = Map.of("version", "0", "light", "yellow", "justification", "läuft an");
        return platform.form(path.replaceFirst("massnahmen/.*", ""), path, cookie, fields);
    }

    private static String lie(String token) {
        return "kk_session=" + token;
    }

    private static String token(String cookie) {
        return cookie.substring("kk_session=".length());
    }

    private static UUID visitOf(String token) throws Exception {
        return UUID.fromString(
                com.nimbusds.jwt.SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid"));
    }
}
