package de.kreiskonzept.platform.concept;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks at every page of the concept in Chromium; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class ConceptLookIT {
    private static final Path PICTURES = Path.of("target", "look");
    private static final String LONG =
            "Verwaltungszusammenarbeitsgrundsatzvereinbarung zwischen Landkreis, Städten und Gemeinden über Übergänge";

    private final PlatformUnderTest platform;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private Chromium chromium;
    private Workspace county;
    private String token;

    ConceptLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        platform.token(county, Roles.EDITOR);
        token = platform.token(county, Roles.LEAD);
        String base = "/" + county.slug() + "/konzept";
        try (var sample = new ConceptSample(county)) {
            var section = sample.section(null, "field_of_action", "Sprache und Verständigung");
            var below = sample.section(section, "other", LONG);
            sample.section(null, "cross_cutting_theme", "Öffnung der Verwaltung");
            var top = sample.goal(
                    section, null, "overall_goal", "Alle Menschen im Landkreis können sich auf Deutsch verständigen.");
            var goal =
                    sample.goal(section, top, "sub_goal", "Kurse sind auch abends und auf dem Land gut zu erreichen.");
            var one = sample.measure(section, "Übersicht aller Sprachkurse im Landkreis führen", "yellow", true, goal);
            sample.measure(section, LONG, "red", false, goal);
            sample.measure(below, "Kinderbetreuung während der Kurse", "green", true);
            pages.put("baum", base);
            pages.put("abschnitt", base + "/abschnitte/" + section);
            pages.put("rueckgaengig", base + "?undo=abschnitte/" + section);
            pages.put("massnahme", base + "/massnahmen/" + one);
            pages.put("massnahme-form", base + "/massnahmen/" + one + "/bearbeiten");
            pages.put("ziel-form", base + "/ziele/" + goal + "/bearbeiten");
            pages.put("abschnitt-form", base + "/abschnitte/" + section + "/bearbeiten");
            pages.put("text-neu", base + "/neu/texte?abschnitt=" + section);
            pages.put("tabelle", base + "/massnahmen");
            pages.put("pruefung", base + "/pruefung");
            pages.put("pruefung-hinweise", base + "/pruefung?art=hinweise");
            pages.put("auswertung", base + "/auswertung");
            pages.put("auswertung-beteiligte", base + "/auswertung?frage=beteiligte&ebene=alle");
            pages.put("smart", base + "/ziele/" + goal + "/smart");
            pages.put("tabelle-leer", base + "/massnahmen?suche=gibtesnicht");
        }
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void hasNoBarrierInAnyLight() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var page = signedIn(chromium.page(1280, scheme))) {
                pages.forEach((name, path) -> {
                    visit(page, path, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
                    Chromium.expectNoBarrier(page);
                    assertThat(headings(page)).as(name).isEqualTo("");
                });
            }
        }
    }

    @Test
    void showsAnEmptyConceptAndAConflict() throws Exception {
        county = platform.county();
        token = platform.token(county, Roles.LEAD);
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            visit(page, "/" + county.slug() + "/konzept", "anfang");
            Chromium.expectNoBarrier(page);
            page.getByLabel("Titel des Konzepts").fill("Integrationskonzept");
            page.keyboard().press("Enter");
            page.getByText("Angaben zum Konzept bearbeiten").waitFor();
            visit(page, "/" + county.slug() + "/konzept", "leer");
            Chromium.expectNoBarrier(page);
            page.getByText("Angaben zum Konzept bearbeiten").click();
            page.getByLabel("Bezeichnung der Fassung").fill("Entwurf 2026");
            try (var other = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
                other.navigate(page.url());
                other.getByLabel("Bezeichnung der Fassung").fill("Entwurf 2027");
                other.getByText("Speichern").click();
                other.getByText("Entwurf 2027").waitFor();
            }
            page.getByText("Speichern").click();
            page.getByText("Inzwischen gespeichert").first().waitFor();
            picture(page, "konflikt");
            assertThat(page.content()).contains("Inzwischen gespeichert", "Entwurf 2026", "Entwurf 2027");
            Chromium.expectNoBarrier(page);
        }
    }

    @Test
    void fitsIntoANarrowWindow() {
        try (var page = signedIn(chromium.page(320, ColorScheme.LIGHT))) {
            pages.forEach((name, path) -> {
                visit(page, path, name + "-320");
                Chromium.expectNoSidewaysScrolling(page);
            });
        }
    }

    @Test
    void printsWithoutWhatOnlyTheScreenNeeds() {
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String name : List.of("baum", "abschnitt", "massnahme", "tabelle")) {
                visit(page, pages.get(name), name + "-druck");
                assertThat(page.locator(".kk-nav").isVisible()).isFalse();
                assertThat(page.locator("main .kern-btn:visible").count())
                        .as(name)
                        .isZero();
            }
        }
    }

    @Test
    void opensAMeasureWithTheKeyboardAlone() {
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            page.navigate(platform.url() + pages.get("tabelle"));
            var link = page.getByText("Kinderbetreuung während der Kurse").first();
            for (int steps = 0; steps < 60 && !(Boolean) link.evaluate("e => e === document.activeElement"); steps++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            page.waitForURL("**/konzept/massnahmen/*-*");
        }
    }

    /** Headings that skip a level. */
    private static Object headings(Page page) {
        return page.evaluate("""
                [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5)')]
                  .map(heading => [+heading.tagName[1], heading.textContent])
                  .filter(([level], index, all) => level > (index ? all[index - 1][0] : 0) + 1)
                  .map(([, words]) => words).join('; ')""");
    }

    private Page signedIn(Page page) {
        page.context().addCookies(List.of(new Cookie("kk_session", token).setUrl(platform.url())));
        return page;
    }

    private void visit(Page page, String path, String name) {
        var answer = page.navigate(platform.url() + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        picture(page, name);
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, PICTURES.resolve("konzept-" + name + ".png"));
    }
}
