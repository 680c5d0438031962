package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The browser of all browser tests: Debian's Chromium, or the one that {@code KK_CHROMIUM} names. */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser without a window. */
    public static Chromium start() {
        var settings = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(settings));
        var program = Objects.requireNonNullElse(System.getenv("KK_CHROMIUM"), "/usr/bin/chromium");
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(program))
                .setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Opens a page of its own session: German, without moving parts, 900 pixels high. */
    public Page page(int width, ColorScheme scheme) {
        return browser.newContext(german(width).setColorScheme(scheme)).newPage();
    }

    /** Opens a page of its own session that runs no scripts. */
    public Page pageWithoutScript(int width) {
        return browser.newContext(german(width).setJavaScriptEnabled(false)).newPage();
    }

    /** Fails when axe finds a barrier on the page. */
    public static void expectNoBarrier(Page page) {
        expectNoViolation(page, new AxeBuilder(page));
    }

    /** Fails when words on the page stand out too little: all that other colours can change. */
    public static void expectContrast(Page page) {
        expectNoViolation(page, new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")));
    }

    private static void expectNoViolation(Page page, AxeBuilder axe) {
        // Without frames of other origins there is no need for the second page that axe opens to join its results.
        assertThat(axe.setLegacyMode(true).analyze().getViolations())
                .allSatisfy(violation -> assertThat(violation.getHelp() + violation.getNodes())
                        .as(page.url())
                        .isNull());
    }

    /** Fails when the page is wider than its window. */
    public static void expectNoSidewaysScrolling(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Browser.NewContextOptions german(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("de-DE")
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
