package de.kreiskonzept.platform.concept.version;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a version in Chromium; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class VersionLookIT {
    private static final Path PICTURES = Path.of("target", "look");

    private final PlatformUnderTest platform;
    private Chromium chromium;
    private Workspace county;
    private UUID version;
    private UUID section;

    VersionLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            version = sample.version();
            section = sample.section(null, "field_of_action", "Sprache");
            UUID goal = sample.goal(section, null, "sub_goal", "Kurse sind gut zu erreichen.");
            sample.measure(section, "Kurse am Abend", "green", true, goal);
        }
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void isAdoptedFrozenRevisedAndCompared() throws Exception {
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            open(page, "abschnitte/" + section);
            assertThat(page.locator("main a[href$='/bearbeiten']").first()).isVisible();

            open(page, "fassungen/" + version);
            page.locator("[name=state][value=adopted]").check();
            press(page, "Stand eintragen");
            assertThat(page.locator(".kern-alert, [role=alert]").first()).isVisible();
            assertThat(page.locator("[name=state][value=adopted]")).isChecked();
            page.locator("[name=decidedOn]").fill("2026-03-14");
            page.locator("[name=decidedBy]").fill("Kreistag");
            press(page, "Stand eintragen");
            assertThat(page.locator("main")).containsText("14.03.2026");
            look(page, "beschlossen");

            open(page, "abschnitte/" + section);
            assertThat(page.locator("main")).containsText("Kurse am Abend");
            assertThat(page.locator("main a[href$='/bearbeiten']")).hasCount(0);
            assertThat(page.locator("main form[action$='/loeschen']")).hasCount(0);
            look(page, "festgeschrieben");

            open(page, "fassungen/" + version);
            page.locator("[name=label]").fill("Fortschreibung 2030");
            press(page, "Neue Fassung beginnen");
            assertThat(page.locator("main")).containsText("Fortschreibung 2030");
            open(page, "");
            page.locator("main")
                    .getByRole(AriaRole.LINK)
                    .getByText("Sprache")
                    .first()
                    .click();
            page.locator("main a[href*='/ziele/'][href$='/bearbeiten']").first().click();
            page.getByLabel("Text").fill("Kurse sind in jeder Gemeinde gut zu erreichen.");
            press(page, "Speichern");
            open(page, "fassungen");
            page.locator("main a").getByText("Fortschreibung 2030").first().click();
            page.locator("main a[href$='/vergleich']").first().click();
            assertThat(page.locator("main")).containsText("in jeder Gemeinde");
            look(page, "vergleich");
        }
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private Page signedIn(Page page) throws Exception {
        page.context()
                .addCookies(
                        List.of(new Cookie("kk_session", platform.token(county, Roles.LEAD)).setUrl(platform.url())));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(platform.url() + "/" + county.slug() + "/konzept" + (path.isEmpty() ? "" : "/" + path));
    }

    private static void look(Page page, String name) {
        Chromium.expectNoBarrier(page);
        Chromium.picture(page, PICTURES.resolve("fassung-" + name + ".png"));
        page.setViewportSize(320, 800);
        Chromium.expectNoSidewaysScrolling(page);
        page.setViewportSize(1280, 800);
    }
}
