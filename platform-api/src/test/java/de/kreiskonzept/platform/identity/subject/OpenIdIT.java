package de.kreiskonzept.platform.identity.subject;

import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.actions;
import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.change;
import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.cookie;
import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.location;
import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.set;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreiskonzept.foundation.database.Release;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.Trail;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.openid.Obstacle;
import de.kreiskonzept.platform.identity.subject.SmallProvider.Person;
import de.kreiskonzept.platform.identity.subject.SmallProvider.Spoiled;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

@ExtendWith({PlatformUnderTest.Given.class, OpenIdJourney.Given.class})
class OpenIdIT {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String EMAIL = "amt@kreis.example";
    private static final Person EVA = new Person("eva-17", "Amt@Kreis.example", true);
    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");

    private final OpenIdJourney journey;
    private final SmallProvider provider;
    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;

    OpenIdIT(OpenIdJourney journey) {
        this.journey = journey;
        provider = journey.provider;
        platform = journey.platform;
    }

    @BeforeEach
    void aCountyWithSomebody() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create(EMAIL, Roles.LEAD, PASSWORD));
    }

    @Test
    void leadsByTheProviderToTheWantedPage() throws Exception {
        var begun = platform.page(home + "anmelden/verwaltung?weiter=%2F" + county.slug() + "%2Fkonzept", "");
        assertThat(location(begun))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=" + county.slug() + ".", "scope=openid+email")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A");
        assertThat(set(begun, "kk_session_openid=").toLowerCase(Locale.ROOT))
                .contains("httponly", "samesite=strict", "path=" + home + "anmelden;", "max-age=600");

        var in = journey.signIn(county, EVA);
        assertThat(location(in)).isEqualTo(home + "konzept");
        assertThat(set(in, "kk_session=").toLowerCase(Locale.ROOT)).contains("httponly", "samesite=strict");
        var page = platform.page(home + "konto", cookie(in, "kk_session="));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Prüfperson lead");
        assertThat(actions(county)).containsExactly("account.vouched");
    }

    @Test
    void knowsTheSubjectAgainWhateverItsAddressIsNow() throws Exception {
        assertLetIn(journey.signIn(county, EVA));
        assertLetIn(journey.signIn(county, new Person("eva-17", "neuer-name@kreis.example", false)));
    }

    @Test
    void asksForTheCodeOfTheSecondFactorAsAfterAPassword() throws Exception {
        var session = cookie(journey.signIn(county, EVA), "kk_session=");
        var path = home + "konto/zweiter-faktor";
        var offer = platform.page(path, session).body();
        var app = Authenticator.of(offer);
        var found = OFFER.matcher(offer);
        assertThat(found.find()).isTrue();
        platform.form(
                path, path, session, Map.of("offer", found.group(1), "code", nextCode(app), "password", PASSWORD));

        var asked = journey.signIn(county, EVA);
        assertThat(location(asked)).isEqualTo(home + "anmelden/code?weiter=%2F" + county.slug() + "%2Fkonzept");
        assertThat(cookie(asked, "kk_session=")).isEmpty();
        var code = home + "anmelden/code";
        var ticket = cookie(asked, "kk_session_code=");
        assertLetIn(platform.form(code, code, ticket, Map.of("code", nextCode(app), "weiter", home + "konzept")));
    }

    @Test
    void setsTheSecondFactorUpWithoutAPasswordAsLongAsTheSignInIsRecent() throws Exception {
        change(county, "UPDATE identity_account SET state = 'invited', password_hash = NULL");
        var session = cookie(journey.signIn(county, EVA), "kk_session=");
        var offered = platform.page(home + "konto/zweiter-faktor", session).body();
        assertThat(offered).doesNotContain("name=\"password\"");
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(16));
        assertThat(keep(offered, session).statusCode()).isEqualTo(403);
        var late = platform.page(home + "konto/zweiter-faktor", session);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("länger als 15 Minuten zurück", "melden Sie sich ab und wieder an");

        var again = cookie(journey.signIn(county, EVA), "kk_session=");
        assertThat(keep(platform.page(home + "konto/zweiter-faktor", again).body(), again)
                        .body())
                .contains("Ihre Wiederherstellungscodes");
    }

    private HttpResponse<String> keep(String offered, String session) throws Exception {
        var found = OFFER.matcher(offered);
        assertThat(found.find()).isTrue();
        return platform.form(
                home + "konto",
                home + "konto/zweiter-faktor",
                session,
                Map.of("offer", found.group(1), "code", nextCode(Authenticator.of(offered))));
    }

    private String nextCode(Authenticator app) {
        platform.bean(MovableClock.class).advance(Duration.ofSeconds(60));
        return app.code(platform.bean(MovableClock.class).instant());
    }

    @ParameterizedTest
    @EnumSource(value = Spoiled.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_AT_ALL")
    void believesNoTokenThat(Spoiled spoiled) throws Exception {
        provider.spoiled = spoiled;
        assertRefused(journey.signIn(county, EVA), Obstacle.DOUBTFUL, "ließ sich nicht prüfen");
        assertThat(actions(county)).isEmpty();
    }

    @Test
    void letsNobodyInWhoseAddressIsNotVerified() throws Exception {
        assertRefused(
                journey.signIn(county, new Person("eva-17", EMAIL, false)), Obstacle.UNVERIFIED, "nicht bestätigt");
    }

    @Test
    void makesNoAccountForWhoeverHasNone() throws Exception {
        var stranger = new Person("otto-3", "otto@kreis.example", true);
        assertRefused(journey.signIn(county, stranger), Obstacle.UNKNOWN, "Administration Ihres Kreises");
        assertRefused(journey.signIn(platform.county(), EVA), Obstacle.UNKNOWN, "");
        assertThat(actions(county)).isEmpty();
    }

    @Test
    void letsNobodyIntoASuspendedAccount() throws Exception {
        change(county, "UPDATE identity_account SET state = 'suspended'");
        assertRefused(journey.signIn(county, EVA), Obstacle.UNKNOWN, "");
        change(county, "UPDATE identity_account SET state = 'active'");
        assertLetIn(journey.signIn(county, EVA));
        change(county, "UPDATE identity_account SET state = 'suspended'");
        assertRefused(journey.signIn(county, EVA), Obstacle.UNKNOWN, "");
    }

    @Test
    void refusesAnotherSubjectWithTheSameAddressAndRecordsIt() throws Exception {
        assertLetIn(journey.signIn(county, EVA));
        assertRefused(journey.signIn(county, new Person("eve-66", EMAIL, true)), Obstacle.UNKNOWN, "");
        assertThat(actions(county)).endsWith("account.subject.refused");
    }

    @Test
    void takesNoLettersForOthersThatLookLikeThem() throws Exception {
        platform.in(county, () -> platform.bean(People.class).create("kim@kreis.example", Roles.ADMIN, PASSWORD));
        assertRefused(
                journey.signIn(county, new Person("mallory-1", "\u212Aim@kreis.example", true)), Obstacle.UNKNOWN, "");
    }

    @Test
    void acceptsTheInvitationOfWhoeverComesByAVerifiedAddress() throws Exception {
        change(county, "UPDATE identity_account SET state = 'invited', password_hash = NULL");
        var in = journey.signIn(county, EVA);
        assertLetIn(in);
        assertThat(platform.page(home, cookie(in, "kk_session=")).statusCode()).isEqualTo(200);
        assertThat(actions(county)).containsExactly("account.vouched");
        assertThat(Trail.of(county, "detail").getFirst())
                .startsWith("account.subject.kept, account.accepted ")
                .containsPattern(", session\\.opened [0-9a-f-]{36} browser$");
    }

    @Test
    void refusesAStateOfAnotherCountyOrBrowserAndOneThatIsMadeUp() throws Exception {
        provider.person = EVA;
        var other = platform.county();
        platform.in(other, () -> platform.bean(People.class).create(EMAIL, Roles.ADMIN, PASSWORD));
        var away = journey.leave(county, home);
        var path = journey.comeBack(away);

        var elsewhere = "/" + other.slug() + "/";
        assertExpired(platform.page(path.replace(home, elsewhere), away.cookie()), elsewhere);
        assertExpired(platform.page(path.replace(county.slug(), other.slug()), away.cookie()), elsewhere);
        assertExpired(platform.page(path, ""), home);
        assertExpired(platform.page(path, journey.leave(county, home).cookie()), home);
        assertExpired(platform.page(path.replace(county.slug() + ".", county.slug() + ".A"), away.cookie()), home);
        assertExpired(platform.page(path, "kk_session_openid=" + "A".repeat(43) + ".1.A"), home);
        assertThat(actions(county)).isEmpty();
        assertThat(actions(other)).isEmpty();
        assertLetIn(platform.page(path, away.cookie()));
    }

    @Test
    void refusesAStateThatLetSomebodyInBefore() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, home);
        assertLetIn(platform.page(journey.comeBack(away), away.cookie()));
        assertExpired(platform.page(journey.comeBack(away), away.cookie()), home);
    }

    @Test
    void refusesAnAttemptOfMoreThanTenMinutesAgo() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, home);
        var path = journey.comeBack(away);
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(11));
        assertExpired(platform.page(path, away.cookie()), home);
    }

    @Test
    void showsTheProviderTheVerifierOfTheAttemptThatWasBegun() throws Exception {
        provider.person = EVA;
        var mine = journey.leave(county, home);
        var other = journey.comeBack(journey.leave(county, home));
        var code = other.replaceFirst(".*[?&](code=[^&]+).*", "$1");
        var injected = journey.comeBack(mine).replaceFirst("code=[^&]+", code);
        assertExpired(platform.page(injected, mine.cookie()), home);
    }

    @Test
    void saysThatTheProviderIsDownAndTakesThePasswordMeanwhile() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, home);
        var path = journey.comeBack(away);
        provider.down();
        try {
            assertRefused(platform.page(path, away.cookie()), Obstacle.SILENT, "antwortet gerade nicht");
            platform.bean(TestTicker.class).jump(Duration.ofHours(2));
            assertRefused(platform.page(home + "anmelden/verwaltung", ""), Obstacle.SILENT, "antwortet gerade nicht");
            var page = home + "anmelden";
            assertLetIn(platform.form(page, page, "", Map.of("email", EMAIL, "password", PASSWORD)));
        } finally {
            provider.up();
        }
        assertRefused(platform.page(home + "anmelden/verwaltung", ""), Obstacle.SILENT, "antwortet gerade nicht");
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(10));
        assertLetIn(journey.signIn(county, EVA));
    }

    @Test
    void leadsToTheWantedPageByPasswordAfterAnObstacleToo() throws Exception {
        provider.person = null;
        var wanted = home + "konzept";
        var away = journey.leave(county, wanted);
        var back = platform.page(journey.comeBack(away), away.cookie());
        assertThat(platform.page(location(back), "").body()).contains("name=\"weiter\" value=\"" + wanted + "\"");
    }

    @Test
    void letsBothTabsInThatComeForTheFirstTime() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, home);
        var path = journey.comeBack(away);
        assertLetIn(journey.besideAnotherTab(county, EMAIL, EVA, () -> platform.page(path, away.cookie())));
    }

    @Test
    void usesNoCodeUpWhileTheCountyMoves() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, home);
        var path = journey.comeBack(away);
        platform.become(county, TenantState.MOVING);
        for (var step : List.of(path, home + "anmelden/verwaltung")) {
            var refused = platform.page(step, away.cookie());
            assertThat(refused.statusCode()).as(step).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        }
        platform.become(county, TenantState.ACTIVE);
        assertLetIn(platform.page(path, away.cookie()));
    }

    @Test
    void comesBackToThePageWhereTheProviderLetNobodyIn() throws Exception {
        assertRefused(journey.signIn(county, null), Obstacle.CANCELLED, "nicht abgeschlossen");
    }

    @Test
    void goesOnToNoOtherServer() throws Exception {
        provider.person = EVA;
        var away = journey.leave(county, "https://boese.example/");
        assertThat(location(platform.page(journey.comeBack(away), away.cookie())))
                .isEqualTo(home);
        assertThat(location(platform.page("/anmelden/zurueck?code=x&state=%2F%2Fboese.example.AAAA", "")))
                .isEqualTo("/");
    }

    @Test
    void writesNoCodeTokenOrAddressIntoTheLog() throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.start();
        root.addAppender(lines);
        try {
            provider.person = EVA;
            var away = journey.leave(county, home);
            var path = journey.comeBack(away);
            platform.page(path, away.cookie());
            provider.spoiled = Spoiled.OTHER_NONCE;
            journey.signIn(county, EVA);
            assertThat(lines.list)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getThrowableProxy())
                            .doesNotContain(path, provider.lastToken, "reis.example", SmallProvider.SECRET));
        } finally {
            root.detachAppender(lines);
        }
    }

    @Test
    void asksForPatienceWhileAWorkspaceIsBroughtToThisVersionAndTakesPasswordsMeanwhile() throws Exception {
        county = platform.county(new WorkspaceSchema(Release.previous().script()));
        home = "/" + county.slug() + "/";
        platform.in(county, () -> platform.bean(People.class).create(EMAIL, Roles.ADMIN, PASSWORD));
        assertThat(journey.signIn(county, EVA).statusCode()).isEqualTo(503);
        var page = home + "anmelden";
        var in = platform.form(page, page, "", Map.of("email", EMAIL, "password", PASSWORD));
        assertLetIn(in);
        var accounts = platform.page(home + "konten", cookie(in, "kk_session="));
        assertThat(accounts.statusCode()).isEqualTo(200);
    }

    @Test
    void saysAfterTheSignOutThatTheProviderKnowsThePersonStill() throws Exception {
        assertThat(platform.page(home + "anmelden?abgemeldet=ja", "").body())
                .contains("Mit dem Konto Ihrer Verwaltung anmelden", "Falls Sie sich mit dem Konto Ihrer Verwaltung");
    }

    @Test
    void hasNoSuchRouteAndNoSuchWordWithoutAProvider(PlatformUnderTest usual) throws Exception {
        var page = "/" + usual.county().slug() + "/anmelden";
        assertThat(usual.page(page, "").body()).doesNotContain("Verwaltung", "verwaltung");
        assertThat(usual.page(page + "/verwaltung", "").statusCode()).isEqualTo(404);
        assertThat(usual.page(page + "/verwaltung/zurueck?code=x&state=y", "").statusCode())
                .isEqualTo(404);
        assertThat(usual.page("/anmelden/zurueck?code=x&state=y", "").statusCode())
                .isEqualTo(404);
    }

    private void assertLetIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cookie(answer, "kk_session=")).isNotEmpty();
    }

    private void assertExpired(HttpResponse<String> answer, String at) {
        assertThat(location(answer)).startsWith(at + "anmelden?grund=abgelaufen&");
        assertThat(cookie(answer, "kk_session=")).isEmpty();
    }

    private void assertRefused(HttpResponse<String> answer, Obstacle why, String words) throws Exception {
        assertThat(location(answer)).contains("/anmelden?grund=" + why.word() + "&");
        assertThat(cookie(answer, "kk_session=")).isEmpty();
        assertThat(platform.page(location(answer), "").body()).contains(words, "name=\"password\"");
    }
}
