package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at every template of the frame in Chromium; pictures and PDF lie in {@code target/look} where they are wanted. */
class FrameLookIT {

    private static final Path PICTURES = Path.of("target", "look");
    private static final Map<String, String> PAGES = Map.of(
            "alles", FrameSample.everything(),
            "lang", FrameSample.longWords(),
            "anmelden", FrameSample.signIn(),
            "fehlt", FrameSample.notFound(),
            "bestaetigen", FrameSample.confirmation());

    private static HttpServer server;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(PICTURES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", FrameLookIT::answer);
        server.start();
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "alles, LIGHT", "alles, DARK", "anmelden, LIGHT", "anmelden, DARK",
        "fehlt, LIGHT", "fehlt, DARK", "bestaetigen, LIGHT", "bestaetigen, DARK"
    })
    void hasNoBarrierThatAxeFindsAndBreaksNoPolicy(String name, ColorScheme scheme) {
        var complaints = new ArrayList<String>();
        try (var page = chromium.page(1280, scheme)) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            visit(page, name);
            picture(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
            Chromium.expectNoBarrier(page);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alles", "lang", "anmelden", "fehlt", "bestaetigen"})
    void fitsIntoNarrowWindow(String name) {
        try (var page = chromium.page(320, ColorScheme.LIGHT)) {
            visit(page, name);
            picture(page, name + "-320");
            Chromium.expectNoSidewaysScrolling(page);
        }
    }

    @Test
    void opensTheMenuOfNarrowWindowWithoutScript() {
        try (var page = chromium.pageWithoutScript(320)) {
            visit(page, "alles");
            var link = page.locator(".kk-nav__list a[aria-current=page]");
            assertThat(link.isVisible()).isFalse();
            page.locator(".kk-nav__narrow summary").click();
            assertThat(link.isVisible()).isTrue();
        }
    }

    @Test
    void bringsTheSummaryOfErrorsToTheReader() {
        try (var page = chromium.page(1280, ColorScheme.LIGHT)) {
            visit(page, "alles");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("fehler");
            page.locator("#fehler a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-lead");
        }
    }

    @Test
    void keepsSignsInColoursOfTheReader() {
        try (var page = chromium.page(1280, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            visit(page, "alles");
            picture(page, "alles-kontrast");
            assertThat(page.locator(".kk-light__swatch").first().isVisible()).isTrue();
        }
    }

    @Test
    void printsBlackOnWhiteWithoutNavigation() {
        try (var page = chromium.page(1280, ColorScheme.DARK)) {
            visit(page, "alles");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(page.locator(".kk-nav").isVisible()).isFalse();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
                    .isEqualTo("rgb(0, 0, 0)");
            picture(page, "alles-druck");
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("alles.pdf")));
        }
    }

    @Test
    void printsHowFarAWorkIsInBlackWithoutTheBackgroundsOfTheBrowser() throws IOException {
        try (var page = chromium.page(1280, ColorScheme.LIGHT)) {
            visit(page, "alles");
            page.evaluate("document.body.innerHTML = '<progress max=4 value=3></progress><progress></progress>'");
            var row = middleRow(page.pdf());
            var first = row.nextSetBit(0);
            assertThat(row.cardinality() / (double) (row.length() - first)).isBetween(0.7, 0.8);
        }
    }

    /** The black points of the middle of what a PDF with one bar shows, at 288 dots an inch. */
    private static BitSet middleRow(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImage(0, 4);
            var rows = IntStream.range(0, image.getHeight())
                    .mapToObj(y -> blackPoints(image, y))
                    .filter(row -> !row.isEmpty())
                    .toList();
            assertThat(rows).isNotEmpty();
            return rows.get(rows.size() / 2);
        }
    }

    private static BitSet blackPoints(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) & 0xffffff) == 0)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static void visit(Page page, String name) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/" + name);
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, PICTURES.resolve(name + ".png"));
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
