package de.kreiskonzept.platform.identity.subject;

import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.actions;
import static de.kreiskonzept.platform.identity.subject.OpenIdJourney.cookie;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.subject.SmallProvider.Person;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin sees whether an account belongs to somebody at the OpenID provider, and takes it back. */
@ExtendWith({PlatformUnderTest.Given.class, OpenIdJourney.Given.class})
class SubjectIT {
    private static final String EMAIL = "amt@kreis.example";
    private static final Person EVA = new Person("eva-17", EMAIL, true);

    private final OpenIdJourney journey;
    private final PlatformUnderTest platform;
    private Workspace county;
    private String home;
    private UUID account;

    SubjectIT(OpenIdJourney journey) {
        this.journey = journey;
        platform = journey.platform;
    }

    @BeforeEach
    void aCountyWithSomebody() throws Exception {
        county = platform.county();
        home = "/" + county.slug() + "/";
        account =
                platform.in(county, () -> platform.bean(People.class).create(EMAIL, Roles.LEAD, "ein langes Passwort"));
    }

    @Test
    void tellsTheAdminWhoComesThatWayAndTakesItBack() throws Exception {
        var in = cookie(journey.signIn(county, EVA), "kk_session=");
        var cookie = platform.cookie(county, Roles.ADMIN);
        var page = home + "konten/" + account + "/anmeldedienst";
        assertThat(platform.page(home + "konten/" + account, cookie).body()).contains(page);
        assertThat(platform.page(page, cookie).body())
                .contains(journey.provider.issuer())
                .doesNotContain("eva-17");

        assertThat(platform.form(page, page, cookie, Map.of()).statusCode()).isEqualTo(303);
        assertThat(platform.page(page, cookie).body()).contains("mit keinem Konto der Verwaltung verbunden");
        assertThat(platform.page(home, in).statusCode()).isEqualTo(303);
        assertThat(actions(county)).contains("account.subject.released");
        assertLetsAnotherPersonIn();
        assertThat(platform.page(page.replace(county.slug(), platform.county().slug()), cookie)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsOnlyTheAdminOfTheCountyTakeItBackByAProgram() throws Exception {
        var in = cookie(journey.signIn(county, EVA), "kk_session=");
        var admin = platform.token(county, Roles.ADMIN);
        var path = "/api/v1" + home + "konten/" + account + "/anmeldedienst";
        assertThat(platform.get(path, admin).body())
                .contains("\"issuer\":\"" + journey.provider.issuer() + "\"", "\"lastAttemptAt\"")
                .doesNotContain("eva-17");
        for (var role : List.of(Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            var token = platform.token(county, role);
            assertThat(platform.get(path, token).statusCode()).as(role).isEqualTo(403);
            assertThat(delete(path, token)).as(role).isEqualTo(403);
        }
        var other = platform.county();
        var stranger = platform.token(other, Roles.ADMIN);
        assertThat(delete(path, stranger)).isEqualTo(404);
        assertThat(delete(path.replace(county.slug(), other.slug()), stranger)).isEqualTo(404);
        assertThat(platform.page(home, in).statusCode()).isEqualTo(200);

        assertThat(delete(path, admin)).isEqualTo(204);
        assertThat(platform.page(home, in).statusCode()).isEqualTo(303);
        assertThat(delete(path, admin)).isEqualTo(404);
        assertThat(platform.get(path, admin).statusCode()).isEqualTo(404);
        assertThat(actions(county)).containsOnlyOnce("account.subject.released");
        assertLetsAnotherPersonIn();
    }

    private void assertLetsAnotherPersonIn() throws Exception {
        var in = journey.signIn(county, new Person("eva-18", EMAIL, true));
        assertThat(cookie(in, "kk_session=")).isNotEmpty();
    }

    private int delete(String path, String token) throws Exception {
        return platform.send(platform.request(path)
                        .header("Authorization", "Bearer " + token)
                        .DELETE())
                .statusCode();
    }
}
