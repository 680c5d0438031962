package de.kreiskonzept.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailboxIT {
    @Test
    void doesNotExistOutsideLocalMode() throws Exception {
        var settings = ConsoleUnderTest.settings();
        settings.put("kreiskonzept.smtp-url", "smtp://localhost:25");
        try (var server = ApplicationContext.run(EmbeddedServer.class, settings, "console", "test");
                var http = HttpClient.newHttpClient()) {
            for (var path : List.of("/postfach", "/postfach/" + UUID.randomUUID())) {
                var request = HttpRequest.newBuilder(URI.create(server.getURL() + path))
                        .header("Accept", "text/html")
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("Postfach");
            }
        }
    }
}
