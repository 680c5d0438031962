package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ApiReaderIT {

    private static final String THIS = "ApiReaderIT";

    @Test
    void showsTheInterfaceUnderTheStrictPolicy() {
        var complaints = new ArrayList<String>();
        try (var server = ApplicationContext.run(EmbeddedServer.class, LocalServer.settings(THIS));
                var chromium = Chromium.start();
                var page = chromium.page(1280, ColorScheme.DARK)) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(server.getURL() + "/api");
            page.locator(".opblock-summary-control").click();
            page.locator(".opblock-body").waitFor();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "look", "schnittstelle.png")));
            assertThat(page.title()).startsWith("Schnittstellenbeschreibung");
            assertThat(complaints).isEmpty();
        }
    }

    @Controller("/openapi.json")
    @Requires(property = "spec.name", value = THIS)
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Description {

        @Get
        String show() {
            return """
                    {"openapi": "3.1.0", "info": {"title": "Kreiskonzept", "version": "1"}, "paths": {
                      "/api/v1/{county}/measures": {"get": {"tags": ["concept"], "summary": "Lists the measures",
                        "parameters": [{"name": "county", "in": "path", "required": true, "schema": {"type": "string"}}],
                        "responses": {"200": {"description": "The measures"}}}}}}
                    """;
        }
    }
}
