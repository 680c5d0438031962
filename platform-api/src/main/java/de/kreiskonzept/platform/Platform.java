package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.job.Start;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the application of the counties. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kreiskonzept",
                        version = "1",
                        description = "Integrationskonzepte der Landkreise: schreiben, beschließen, verfolgen.",
                        license = @License(name = "EUPL-1.2")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Platform {
    private Platform() {}

    /** Starts with the settings of the environment; ends with an error where one is missing. */
    public static void main(String[] args) {
        Start.application("platform", Platform.class, args);
    }
}
