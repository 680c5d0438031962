package de.kreiskonzept.foundation.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The OpenAPI description that the build wrote for this application, at {@code /openapi.json}. */
@Hidden
@Controller("/openapi.json")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "kreiskonzept.api-description")
final class ApiDescription {
    /** The writer of the description adds "object" to the type of every value that may be null. */
    private static final Pattern OBJECT_BEHIND_NULL = Pattern.compile("(\"null\"),\\s*\"object\"");

    private final String description;

    ApiDescription(@Value("${kreiskonzept.api-description}") String name) {
        description = read("META-INF/swagger/" + name + ".json");
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<String> show() {
        return HttpResponse.ok(description);
    }

    private static String read(String resource) {
        try (var in = ApiDescription.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build has not written " + resource);
            }
            return OBJECT_BEHIND_NULL
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
