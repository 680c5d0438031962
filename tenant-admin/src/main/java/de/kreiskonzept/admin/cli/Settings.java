package de.kreiskonzept.admin.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The console's beans for one command: by the settings of the environment, or else by those of the local start. With
 * KK_LOCAL=true mail goes into the local mailbox, as it does in the local start.
 */
final class Settings {
    private static final String SECRETS = "local.properties";

    private Settings() {}

    /**
     * Starts the beans without server and background work.
     *
     * @throws Missing where neither environment nor local start names a database
     */
    static ApplicationContext start() {
        var folder = Path.of(System.getenv().getOrDefault("KK_DATA_DIR", ".data"));
        if (System.getenv("KK_DATABASE_URL") == null) {
            return start(ofLocalStart(folder), "console", "local");
        }
        return Boolean.parseBoolean(System.getenv("KK_LOCAL"))
                ? start(Map.of(), "console", "local")
                : start(Map.of(), "console");
    }

    static ApplicationContext start(Map<String, Object> settings, String... environments) {
        var all = new HashMap<>(settings);
        all.put("kreiskonzept.background", false);
        all.put("micronaut.health.monitor.enabled", false);
        return ApplicationContext.builder(environments)
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .start();
    }

    /** The settings that the local start keeps in its data folder. */
    static Map<String, Object> ofLocalStart(Path folder) {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(SECRETS))) {
            kept.load(reader);
        } catch (IOException e) {
            throw new Missing();
        }
        var url = kept.getProperty("database.url");
        var password = kept.getProperty("database.kk_admin");
        var secret = kept.getProperty("jwt");
        if (url == null || password == null || secret == null) {
            throw new Missing();
        }
        return Map.of(
                "datasources.default.url",
                url,
                "datasources.default.password",
                password,
                "kreiskonzept.jwt-secret",
                secret,
                "kreiskonzept.data-dir",
                folder.toString());
    }

    /** Nothing says where the database is. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing() {
            super(
                    "No database: set KK_DATABASE_URL, KK_ADMIN_DB_PASSWORD and KK_JWT_SECRET, or start deploy/run and"
                            + " call this in the same folder.",
                    null,
                    false,
                    false);
        }
    }
}
