package de.kreiskonzept.foundation.web;

import static java.util.Map.entry;

import java.util.Map;

/** Settings of a server that has only the beans of the page frame and of one test. */
final class LocalServer {

    private LocalServer() {}

    /** Returns the settings for the test of the given name: free port, assets for everybody, a secret of its own. */
    static Map<String, Object> settings(String test) {
        return Map.ofEntries(
                entry("spec.name", test),
                entry("micronaut.server.port", -1),
                entry("endpoints.all.port", -1),
                entry("kreiskonzept.jwt-secret", "a secret of 32 bytes for tests only"),
                entry("micronaut.router.static-resources.assets.paths", "classpath:assets"),
                entry("micronaut.router.static-resources.assets.mapping", "/assets/**"),
                entry("micronaut.security.intercept-url-map[0].pattern", "/assets/**"),
                entry("micronaut.security.intercept-url-map[0].access[0]", "isAnonymous()"),
                entry("kreiskonzept.smtp-url", "smtp://localhost:25"),
                entry("datasources.default.enabled", false),
                // Nothing opens it.
                entry("datasources.default.url", ""));
    }
}
