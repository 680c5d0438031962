package de.kreiskonzept.platform.concept.together;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people at one text in Chromium; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class WritingLookIT {
    private static final Path PICTURES = Path.of("target", "look");

    private final PlatformUnderTest platform;
    private Chromium chromium;
    private Workspace county;
    private UUID section;
    private UUID goal;

    WritingLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            section = sample.section(null, "field_of_action", "Sprache und Verständigung");
            goal = sample.goal(section, null, "sub_goal", "Kurse sind auf dem Land gut zu erreichen.");
        }
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void losesNothingBetweenTwoPeople() throws Exception {
        try (var one = signedIn(chromium.page(1280, ColorScheme.LIGHT));
                var two = signedIn(chromium.page(1280, ColorScheme.DARK))) {
            open(one, "ziele/" + goal + "/bearbeiten");
            one.getByLabel("Text").fill("Kurse sind auf dem Land und abends gut zu erreichen.");
            assertThat(one.locator(".kk-writing__kept")).containsText("Entwurf gesichert um");
            look(one, "schreiben");

            open(two, "abschnitte/" + section);
            assertThat(two.locator(".kk-writing__others")).containsText("Wird gerade bearbeitet von Prüfperson");
            look(two, "abschnitt-anwesend");
            open(two, "ziele/" + goal + "/bearbeiten");
            assertThat(two.locator(".kk-writing__others")).containsText("Wird gerade auch bearbeitet von Prüfperson");
            two.getByLabel("Text").fill("Kurse sind in jeder Gemeinde gut zu erreichen.");
            look(two, "anwesend");
            two.getByText("Speichern", new Page.GetByTextOptions().setExact(true))
                    .click();
            two.waitForURL("**/abschnitte/*");

            open(one, "ziele/" + goal + "/bearbeiten");
            assertThat(one.locator("main")).containsText("Inzwischen von anderen geändert");
            look(one, "entwurf");
            one.getByText("Weiterschreiben", new Page.GetByTextOptions().setExact(true))
                    .click();
            one.getByText("Speichern", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(one.locator(".kk-clash")).containsText("in jeder Gemeinde");
            look(one, "konflikt");
            one.getByLabel("Den gespeicherten Text nehmen").check();
            one.getByText("Speichern", new Page.GetByTextOptions().setExact(true))
                    .click();
            one.waitForURL("**/abschnitte/*");
            assertThat(one.locator("main")).containsText("in jeder Gemeinde");
            open(one, "ziele/" + goal + "/verlauf");
            look(one, "verlauf");
        }
    }

    @Test
    void writesOnAfterTheSessionEnded() throws Exception {
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            open(page, "ziele/" + goal + "/bearbeiten");
            page.context().clearCookies();
            page.getByLabel("Text").fill("Noch ein Gedanke.");
            assertThat(page.locator(".kk-writing__ended")).isVisible();
            look(page, "abgemeldet");
            page.getByText("Speichern", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByLabel("Text")).hasValue("Noch ein Gedanke.");
            signedIn(page);
            page.getByLabel("Text").fill("Noch ein Gedanke, und weiter.");
            assertThat(page.locator(".kk-writing__kept")).containsText("Entwurf gesichert um");
            assertThat(page.locator(".kk-writing__ended")).isHidden();
            page.getByText("Speichern", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL("**/abschnitte/*");
            assertThat(page.locator("main")).containsText("Noch ein Gedanke, und weiter.");
        }
    }

    @Test
    void bringsBackFromTheBin() throws Exception {
        try (var page = signedIn(chromium.page(1280, ColorScheme.DARK))) {
            open(page, "abschnitte/" + section);
            page.getByLabel("Löschen: Kurse").click();
            page.waitForURL("**undo=**");
            open(page, "papierkorb");
            look(page, "papierkorb");
            page.getByLabel("Wiederherstellen: Kurse").click();
            page.waitForURL("**/abschnitte/*");
            assertThat(page.locator("main")).containsText("Kurse sind auf dem Land");
            open(page, "papierkorb");
            look(page, "papierkorb-leer");
        }
    }

    private Page signedIn(Page page) throws Exception {
        String token = platform.token(county, Roles.LEAD);
        page.context().addCookies(List.of(new Cookie("kk_session", token).setUrl(platform.url())));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(platform.url() + "/" + county.slug() + "/konzept/" + path);
    }

    /** Pictures wide and at 320 pixels, without barriers in either. */
    private static void look(Page page, String name) {
        Chromium.expectNoBarrier(page);
        picture(page, name);
        page.setViewportSize(320, 800);
        Chromium.expectNoSidewaysScrolling(page);
        picture(page, name + "-320");
        page.setViewportSize(1280, 800);
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, PICTURES.resolve("zusammen-" + name + ".png"));
    }
}
