package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.kreiskonzept.foundation.web.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person in front of the browser. Every page that is seen is checked for barriers and width and kept as a picture. */
final class Walk implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final Page page;
    private final String name;
    private final List<String> complaints = new ArrayList<>();

    private Walk(Page page, String name) {
        this.page = page;
        this.name = name;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= 500) {
                complaints.add(answer.url() + " answered " + answer.status());
            }
        });
    }

    static Walk withScript(Chromium chromium, String name) {
        return new Walk(chromium.page(WIDE, ColorScheme.LIGHT), name);
    }

    static Walk withoutScript(Chromium chromium, String name) {
        return new Walk(chromium.pageWithoutScript(WIDE), name + "-without-script");
    }

    Page page() {
        return page;
    }

    Walk open(String address) {
        page.navigate(address);
        return this;
    }

    /** Looks at the page in light, dark, narrow and printed form; refuses barriers and sideways scrolling. */
    Walk see(String heading) {
        assertThat(page.locator("h1").innerText()).as(page.url()).contains(heading);
        String picture = name + "-" + fileName(heading);
        picture(picture + "-light");
        Chromium.expectNoBarrier(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(picture + "-dark");
        Chromium.expectNoBarrier(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, HEIGHT);
        picture(picture + "-320");
        Chromium.expectNoSidewaysScrolling(page);
        page.setViewportSize(WIDE, HEIGHT);
        print(picture);
        assertThat(complaints).isEmpty();
        return this;
    }

    private void print(String picture) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(picture + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void picture(String file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(file + ".png")));
    }

    private static String fileName(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9äöüß]+", "-");
    }

    /** Fills the field with this label (its beginning is enough). */
    Walk fill(String label, String value) {
        page.getByLabel(beginning(label)).first().fill(value);
        return this;
    }

    /** Chooses the radio button or check box with this label. */
    Walk choose(String label) {
        page.getByLabel(beginning(label)).first().check();
        return this;
    }

    /** Presses the button with this name, the first of several. */
    Walk press(String button) {
        button(button).click();
        return this;
    }

    /** Follows the link with this name, the first of several in the content of the page. */
    Walk follow(String link) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(beginning(link)))
                .first()
                .click();
        return this;
    }

    /** Opens an entry of the main navigation. */
    Walk navigate(String entry) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .first()
                .click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(name)))
                .first();
    }

    /** The words of the page's content. */
    String words() {
        return page.locator("main").innerText();
    }

    private static Pattern beginning(String label) {
        return Pattern.compile("^\\s*" + Pattern.quote(label));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
