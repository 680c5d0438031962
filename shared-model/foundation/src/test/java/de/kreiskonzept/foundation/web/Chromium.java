package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Whether pictures are wanted: where {@code KK_PICTURES} is set. Making them takes a third of a look. */
    public static boolean isPictured() {
        return System.getenv("KK_PICTURES") != null;
    }

    /** Keeps the whole page as a picture, where that is wanted. */
    public static void picture(Page page, Path file) {
        if (isPictured()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        }
    }

    /** Fails when axe finds a barrier on the page. */
    public static void expectNoBarrier(Page page) {
        assertThat(Axe.ALL_RULES.faults(page)).as(page.url()).isEmpty();
    }

    /** Fails when words on the page stand out too little: all that other colours can change. */
    public static void expectContrast(Page page) {
        assertThat(Axe.OF_COLOURS.faults(page)).as(page.url()).isEmpty();
    }

    /** Fails when axe finds a barrier on the page that has nothing to do with its colours: all that another width can change. */
    public static void expectNoBarrierOfLayout(Page page) {
        assertThat(Axe.OF_LAYOUT.faults(page)).as(page.url()).isEmpty();
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
