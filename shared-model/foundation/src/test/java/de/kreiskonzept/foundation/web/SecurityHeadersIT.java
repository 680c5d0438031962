package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersIT {

    private static final String THIS = "SecurityHeadersIT";
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = start(Map.of("kreiskonzept.public-url", "https://kreiskonzept.example"));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/header/page",
                "/header/broken",
                "/header/torn",
                "/header/secret",
                "/missing",
                "/api",
                "/assets/kreiskonzept.css"
            })
    void guardsEveryAnswer(String path) throws Exception {
        var headers = get(server, path).headers();
        assertThat(headers.firstValue("Content-Security-Policy")).contains(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/header/page", "/header/broken", "/header/secret", "/missing", "/assets/missing.css?v=1"})
    void letsNobodyStorePages(String path) throws Exception {
        assertThat(get(server, path).headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void letsBrowsersKeepVersionedAssets() throws Exception {
        var url = new Assets().url("kreiskonzept.css");
        assertThat(get(server, url).headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(get(server, "/assets/kern/fonts/fira-sans/FiraSans-Regular.woff2")
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("public, max-age=86400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kreiskonzept.css?v=0badcafe", "kreiskonzept.css?v=", "kreiskonzept%2Ecss?v=0badcafe"})
    void letsNobodyStoreAnAssetUnderTheFingerprintOfAnotherRelease(String asset) throws Exception {
        var answer = get(server, "/assets/" + asset);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void keepsTheCachingThatAnAnswerChose() throws Exception {
        assertThat(get(server, "/header/own").headers().allValues("Cache-Control"))
                .containsExactly("max-age=60");
    }

    @Test
    void aPageThatBreaksHalfwayIsAnErrorAndNoHalfPage() throws Exception {
        var answer = get(server, "/header/torn");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).containsOnlyOnce("<h1");
    }

    @Test
    void demandsEncryptionOnlyWherePublicUrlHasIt() throws Exception {
        try (var local = start(Map.of("kreiskonzept.public-url", "http://localhost:8080"))) {
            assertThat(get(local, "/header/page").headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    private static EmbeddedServer start(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.putAll(LocalServer.settings(THIS));
        return ApplicationContext.run(EmbeddedServer.class, all);
    }

    private static HttpResponse<String> get(EmbeddedServer server, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.getURL() + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Controller("/header")
    @Requires(property = "spec.name", value = THIS)
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Answers {

        @Get("/page")
        String page() {
            return "page";
        }

        @Get("/own")
        io.micronaut.http.HttpResponse<String> own() {
            return io.micronaut.http.HttpResponse.ok("own").header("Cache-Control", "max-age=60");
        }

        @Get("/torn")
        @Produces(MediaType.TEXT_HTML)
        ModelAndView<Map<String, Object>> torn() {
            Content breaks = page -> {
                throw new IllegalStateException("on purpose, after the head of the page");
            };
            var page = Site.plain("Halb", "/", new Texts(), new Assets()).page("Halb");
            return new ModelAndView<>(
                    "frame/errorPage", Map.of("page", page, "status", 200, "text", "", "content", breaks));
        }

        @Get("/broken")
        String broken() {
            throw new IllegalStateException("on purpose");
        }

        @Get("/secret")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String secret() {
            return "secret";
        }
    }
}
