package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * A program that writes into a county by REST.
 *
 * @param token bearer token
 */
record Programs(PlatformUnderTest platform, Workspace county, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Creates something and gives its id; single quotes in the JSON stand for double ones. */
    String created(String path, String json) throws IOException, InterruptedException {
        var answer = post(path, json);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(201);
        var found = JSON.readTree(answer.body());
        return found.findPath("id").asText();
    }

    /** Sends something new, for a row in its first version. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return platform.send(platform.request("/api/v1/" + county.slug() + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Reads what must be there. */
    JsonNode read(String path) throws IOException, InterruptedException {
        var answer = platform.get("/api/v1/" + county.slug() + path, token);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
