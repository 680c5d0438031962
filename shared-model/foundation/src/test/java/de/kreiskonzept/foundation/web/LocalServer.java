package de.kreiskonzept.foundation.web;

import java.util.Map;

/** Settings of a server that has only the beans of the page frame and of one test. */
final class LocalServer {

    private LocalServer() {}

    /** Returns the settings for the test of the given name: free port, assets for everybody, a secret of its own. */
    static Map<String, Object> settings(String test) {
        return Map.of(
                "spec.name",
                test,
                "micronaut.server.port",
                -1,
                "endpoints.all.port",
                -1,
                "kreiskonzept.jwt-secret",
                "a secret of 32 bytes for tests only",
                "micronaut.router.static-resources.assets.paths",
                "classpath:assets",
                "micronaut.router.static-resources.assets.mapping",
                "/assets/**",
                "micronaut.security.intercept-url-map[0].pattern",
                "/assets/**",
                "micronaut.security.intercept-url-map[0].access[0]",
                "isAnonymous()",
                "kreiskonzept.smtp-url",
                "smtp://localhost:25",
                "datasources.default.enabled",
                false);
    }
}
