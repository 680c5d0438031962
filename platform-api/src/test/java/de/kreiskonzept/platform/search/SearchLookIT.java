package de.kreiskonzept.platform.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The search in Chromium, from the header of a page to the place of a hit; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class SearchLookIT {
    private static final Path PICTURES = Path.of("target", "look");

    private final PlatformUnderTest platform;

    SearchLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void leadsAReaderByBegunWordsAndUmlautsToThePlaceAndNeverToWhatIsHidden() throws Exception {
        Workspace county = platform.county();
        try (var concept = new ConceptSample(county)) {
            var section = concept.section(null, "field_of_action", "Zusammenleben");
            var goal = concept.goal(section, null, "goal", "Häuser der Begegnung stehen allen offen.");
            concept.measure(section, "Öffnungszeiten abends verlängern", "grey", true, goal);
            var hidden = concept.section(null, "other", "Weggelegt");
            concept.measure(hidden, "Öffnungszeiten am Sonntag", "grey", true);
            concept.delete("concept_section", hidden);
        }
        try (var chromium = Chromium.start();
                var page = chromium.page(1280, ColorScheme.LIGHT)) {
            page.context()
                    .addCookies(List.of(
                            new Cookie("kk_session", platform.token(county, Roles.READER)).setUrl(platform.url())));
            page.navigate(platform.url() + "/" + county.slug() + "/konzept");
            page.locator("header [name=q]").first().fill("öffnungs");
            page.locator("header [name=q]").first().press("Enter");
            page.waitForURL("**/suche?**");
            assertThat(page.locator("main")).containsText("1 Treffer");
            assertThat(page.locator("main mark").first()).containsText("Öffnungszeiten");
            assertThat(page.locator("main")).containsText("Zusammenleben");
            assertThat(page.locator("main")).not().containsText("Sonntag");
            look(page, "anfang");

            page.navigate(platform.url() + "/" + county.slug() + "/suche?q=haeuser");
            assertThat(page.locator("main mark").first()).containsText("Häuser");
            page.locator("main a[href*='#ziel-']").first().click();
            assertThat(page.locator("h1")).containsText("Zusammenleben");

            page.navigate(platform.url() + "/" + county.slug() + "/suche?q=Sonntag");
            assertThat(page.locator("main")).containsText("Keine Treffer");
            look(page, "nichts");
        }
    }

    private static void look(Page page, String name) {
        Chromium.expectNoBarrier(page);
        Chromium.picture(page, PICTURES.resolve("suche-" + name + ".png"));
        page.setViewportSize(320, 800);
        Chromium.expectNoSidewaysScrolling(page);
        page.setViewportSize(1280, 800);
    }
}
