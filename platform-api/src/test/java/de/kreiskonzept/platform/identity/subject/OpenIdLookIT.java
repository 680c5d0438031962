package de.kreiskonzept.platform.identity.subject;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.subject.SmallProvider.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Signing in by the OpenID provider in Chromium, which keeps strict cookies from steps that begin at another site: the provider is at
 * another one than the platform. Pictures lie in {@code target/look} where they are wanted.
 */
@ExtendWith(OpenIdJourney.Given.class)
class OpenIdLookIT {
    private static final Path PICTURES = Path.of("target", "look");

    @Test
    void bringsABrowserWithStrictCookiesToThePageThatItWanted(OpenIdJourney journey) throws Exception {
        try (var chromium = Chromium.start();
                var page = chromium.page(1280, ColorScheme.LIGHT)) {
            var platform = journey.platform;
            var county = platform.county();
            var home = platform.url() + "/" + county.slug() + "/";
            platform.in(
                    county,
                    () -> platform.bean(People.class).create("eva@kreis.example", Roles.ADMIN, "ein langes Passwort"));

            page.navigate(home + "konten");
            look(page, "anmelden");
            page.getByText("Mit dem Konto Ihrer Verwaltung anmelden").click();
            assertThat(page.locator("main")).containsText("nicht abgeschlossen");
            look(page, "abgebrochen");

            journey.provider.person = new Person("eva-17", "eva@kreis.example", true);
            page.navigate(home + "konten");
            page.getByText("Mit dem Konto Ihrer Verwaltung anmelden").click();
            assertThat(page).hasURL(home + "konten");
            assertThat(page.locator("h1")).containsText("Konten");
            page.locator("main tbody a").first().click();
            page.getByText("Anmeldung mit dem Konto der Verwaltung").click();
            assertThat(page.locator("main")).containsText(journey.provider.issuer());
            look(page, "verbunden");
        }
    }

    private static void look(Page page, String name) {
        Chromium.expectNoBarrier(page);
        Chromium.picture(page, PICTURES.resolve("openid-" + name + ".png"));
        page.setViewportSize(320, 800);
        Chromium.expectNoSidewaysScrolling(page);
        page.setViewportSize(1280, 800);
    }
}
