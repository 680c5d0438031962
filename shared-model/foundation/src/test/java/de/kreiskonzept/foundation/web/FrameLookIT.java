package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at every template of the frame in Chromium; pictures and PDF lie in {@code target/look} afterwards. */
class FrameLookIT {

    private static final Path PICTURES = Path.of("target", "look");
    private static final Map<String, String> PAGES = Map.of(
            "alles", FrameSample.everything(),
            "anmelden", FrameSample.signIn(),
            "fehlt", FrameSample.notFound(),
            "bestaetigen", FrameSample.confirmation());

    private static HttpServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(PICTURES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", FrameLookIT::answer);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = Objects.requireNonNullElse(System.getenv("KK_CHROMIUM"), "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "alles, LIGHT", "alles, DARK", "anmelden, LIGHT", "anmelden, DARK",
        "fehlt, LIGHT", "fehlt, DARK", "bestaetigen, LIGHT", "bestaetigen, DARK"
    })
    void hasNoBarrierThatAxeFindsAndBreaksNoPolicy(String name, ColorScheme scheme) {
        var complaints = new ArrayList<String>();
        try (var page = page(1280, scheme)) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            visit(page, name);
            picture(page, name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .allSatisfy(violation -> assertThat(violation.getHelp() + violation.getNodes())
                            .isNull());
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alles", "anmelden", "fehlt", "bestaetigen"})
    void fitsIntoNarrowWindow(String name) {
        try (var page = page(320, ColorScheme.LIGHT)) {
            visit(page, name);
            picture(page, name + "-320");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
        }
    }

    @Test
    void opensTheMenuOfNarrowWindowWithoutScript() {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(320, 800).setJavaScriptEnabled(false));
        try (var page = context.newPage()) {
            visit(page, "alles");
            var link = page.locator(".kk-nav__list a[aria-current=page]");
            assertThat(link.isVisible()).isFalse();
            page.locator(".kk-nav__narrow summary").click();
            assertThat(link.isVisible()).isTrue();
        }
    }

    @Test
    void bringsTheSummaryOfErrorsToTheReader() {
        try (var page = page(1280, ColorScheme.LIGHT)) {
            visit(page, "alles");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("fehler");
            page.locator("#fehler a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-lead");
        }
    }

    @Test
    void printsBlackOnWhiteWithoutNavigation() {
        try (var page = page(1280, ColorScheme.DARK)) {
            visit(page, "alles");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(page.locator(".kk-nav").isVisible()).isFalse();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
                    .isEqualTo("rgb(0, 0, 0)");
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("alles.pdf")));
        }
    }

    private static Page page(int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale("de-DE")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(scheme))
                .newPage();
    }

    private static void visit(Page page, String name) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/" + name);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1);
            var html = PAGES.get(path);
            var body = html == null ? asset(path) : html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType(path));
            exchange.getResponseHeaders().set("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] asset(String path) throws IOException {
        try (var content = FrameLookIT.class.getClassLoader().getResourceAsStream(path)) {
            return content == null ? new byte[0] : content.readAllBytes();
        }
    }

    private static String contentType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "text/html; charset=utf-8";
        };
    }
}
