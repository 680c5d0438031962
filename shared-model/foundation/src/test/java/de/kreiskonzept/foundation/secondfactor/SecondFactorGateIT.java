package de.kreiskonzept.foundation.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecondFactorGateIT {
    private static final String THIS = "SecondFactorGateIT";

    /** Open for anybody, but for one method. */
    @Controller("/gate")
    @Requires(property = "spec.name", value = THIS)
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Gate {
        @Get("/of-class")
        String ofClass() {
            return "";
        }

        @Get("/of-method")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String ofMethod() {
            return "";
        }
    }

    @Test
    void whatTheMethodOfARouteDemandsCountsInsteadOfWhatItsClassOpens() {
        try (var server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "spec.name",
                        THIS,
                        "micronaut.server.port",
                        -1,
                        "endpoints.all.port",
                        -1,
                        "kreiskonzept.jwt-secret",
                        "a secret of 32 bytes for tests only",
                        "kreiskonzept.smtp-url",
                        "smtp://localhost:25",
                        "datasources.default.enabled",
                        false,
                        "datasources.default.url",
                        ""))) {
            assertThat(server.getApplicationContext()
                            .getBean(Router.class)
                            .uriRoutes()
                            .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                            .filter(route ->
                                    route.getUriMatchTemplate().toPathString().startsWith("/gate/"))
                            .collect(Collectors.toMap(
                                    route -> route.getUriMatchTemplate().toPathString(),
                                    SecondFactorGate::isOpen,
                                    (one, other) -> one || other)))
                    .containsOnly(Map.entry("/gate/of-class", true), Map.entry("/gate/of-method", false));
        }
    }
}
