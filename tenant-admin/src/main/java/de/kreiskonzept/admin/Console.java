package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.job.Start;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the application of the provider. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kreiskonzept: Betreiberkonsole",
                        version = "1",
                        license = @License(name = "EUPL-1.2", url = "https://eupl.eu/1.2/de/")))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Console {
    private Console() {}

    /** Starts with the settings of the environment; ends with an error where one is missing. */
    public static void main(String[] args) {
        Start.application("console", Console.class, args);
    }
}
