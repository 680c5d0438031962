package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import de.kreiskonzept.foundation.web.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One person in front of the browser. Every page that is seen is checked for barriers and width, and kept as pictures where they are
 * wanted.
 */
final class Walk implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int PHONE = 360;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;
    private static final int LONGEST_NAME = 60;
    private static final int BETWEEN_LOOKS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Page page;
    private final String name;
    private final boolean script;
    private final int width;
    private final List<String> complaints = new ArrayList<>();

    private Walk(Page page, String name, boolean script) {
        this.page = page;
        this.name = name;
        this.script = script;
        this.width = page.viewportSize().width;
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.onConsoleMessage(message -> {
            // The browser also notes every refusal, such as the 422 that a form with mistakes has to be.
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
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
        return new Walk(chromium.page(WIDE, ColorScheme.LIGHT), name, true);
    }

    static Walk onPhone(Chromium chromium, String name) {
        return new Walk(chromium.page(PHONE, ColorScheme.LIGHT), name, true);
    }

    static Walk withoutScript(Chromium chromium, String name) {
        return new Walk(chromium.pageWithoutScript(WIDE), name + "-without-script", false);
    }

    String address() {
        return page.url();
    }

    Walk open(String address) {
        page.navigate(address);
        return this;
    }

    /** Looks at the page with this heading as {@link #look} does. */
    Walk see(String heading) {
        return see(heading, "");
    }

    /** Looks at a page that is seen before in another state, which names its pictures. */
    Walk see(String heading, String state) {
        assertThat(page.locator("h1").innerText()).as(page.url()).contains(heading);
        String label = fileName(page.locator("h1").innerText() + " " + state);
        look(label);
        print(name + "-" + label);
        return this;
    }

    /**
     * Looks at any page, whose pictures get this name. Refuses what any rule of axe finds on it in light, the rules of colours find in
     * dark and all others at 320 pixels, and sideways scrolling there. Without scripts, which axe is one of, only the last is refused: the
     * walk with scripts has seen the same pages.
     */
    Walk look(String label) {
        // A press of a button ends when the next page begins to arrive, and without its stylesheet that is wider.
        page.waitForLoadState();
        String picture = name + "-" + label;
        picture(picture + "-light");
        refuseBarriers(Chromium::expectNoBarrier);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(picture + "-dark");
        refuseBarriers(Chromium::expectContrast);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, HEIGHT);
        picture(picture + "-320");
        refuseBarriers(Chromium::expectNoBarrierOfLayout);
        assertThat(complaints).isEmpty();
        Chromium.expectNoSidewaysScrolling(page);
        page.setViewportSize(width, HEIGHT);
        return this;
    }

    private void refuseBarriers(Consumer<Page> expectation) {
        if (script) {
            expectation.accept(page);
        }
    }

    private void print(String picture) {
        if (Chromium.isPictured()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(picture + ".pdf")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private void picture(String file) {
        Chromium.picture(page, PICTURES.resolve(file + ".png"));
    }

    private static String fileName(String heading) {
        String plain = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9äöüß]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** Signs in on the page that is open and waits until it is left. */
    Walk signIn(SystemUnderTest.Account account) {
        String here = page.url();
        fill("E-Mail-Adresse", account.email())
                .fill("Passwort", account.password())
                .press("Anmelden");
        page.waitForURL(address -> !address.equals(here));
        return this;
    }

    /** Fills the field with this label (its beginning is enough). */
    Walk fill(String label, String value) {
        page.getByLabel(beginning(label)).first().fill(value);
        return this;
    }

    /** Chooses the entry of a list whose words begin so. */
    Walk select(String label, String entry) {
        Locator list =
                page.getByLabel(beginning(label)).and(page.locator("select")).first();
        Locator option = list.locator("option", new Locator.LocatorOptions().setHasText(beginning(entry)));
        list.selectOption(option.first().getAttribute("value"));
        return this;
    }

    Walk upload(String label, Path file) {
        page.getByLabel(beginning(label)).first().setInputFiles(file);
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
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Waits for a page whose address has this in it, where the heading stays the same. */
    Walk arrive(String part) {
        page.waitForURL(address -> address.contains(part));
        return this;
    }

    /** Follows the link in the table row with these words. */
    Walk followInRow(String one, String other) {
        page.locator("main tr", new Page.LocatorOptions().setHasText(one))
                .filter(new Locator.FilterOptions().setHasText(other))
                .first()
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        return this;
    }

    /** The words of each row of the page's tables. */
    Stream<String> rows() {
        return page.locator("main tr").allInnerTexts().stream();
    }

    /** The words of each entry of the page's lists. */
    List<String> items() {
        return page.locator("main .kk-list li").allInnerTexts();
    }

    /** Where the links of the page lead, as whole addresses without the part after #. */
    List<String> addresses() {
        Object links = page.evalOnSelectorAll("a[href]", "all => all.map(link => link.href)");
        return ((List<?>) links)
                .stream().map(link -> link.toString().replaceFirst("#.*", "")).toList();
    }

    /** Loads the page again until this holds. */
    Walk waitFor(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(page.url() + "\n" + words()).isBefore(end);
            page.waitForTimeout(BETWEEN_LOOKS);
            page.reload();
        }
        return this;
    }

    /** Takes the file behind a link and gives the place where it lies. */
    Path download(String link) {
        return page.waitForDownload(() -> follow(link)).path();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(name)))
                .first();
    }

    /** Keeps what the window shows as the picture of the README. */
    void pictureForReadme() {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("readme.png")));
    }

    /** The words of the page's content. */
    String words() {
        return page.locator("main").innerText();
    }

    /** The words of the page with header and footer. */
    String wholePage() {
        return page.locator("body").innerText();
    }

    // The browser reads the pattern, and knows no quotation.
    private static Pattern beginning(String label) {
        return Pattern.compile("^\\s*" + label.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0"));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
