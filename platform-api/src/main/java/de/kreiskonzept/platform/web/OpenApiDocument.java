package de.kreiskonzept.platform.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the description of the REST interface that the build has written. */
@Hidden
@Controller("/openapi.json")
@Secured(SecurityRule.IS_ANONYMOUS)
final class OpenApiDocument {
    private static final String RESOURCE = "META-INF/swagger/platform.json";

    private final String document;

    OpenApiDocument() throws IOException {
        try (var in = OpenApiDocument.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing on the class path");
            }
            document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    String show() {
        return document;
    }
}
