package de.kreiskonzept.foundation.job;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts an application. A setting that is missing or wrong is told in one sentence, not in a stack trace. */
public final class Start extends Micronaut {
    private static final int REFUSED = 2;
    private static final String SETTING = "KK_";
    private static final Pattern PLACEHOLDER = Pattern.compile("Could not resolve placeholder \\$\\{(KK_\\w+)}");

    private Start() {}

    /**
     * Starts with the settings of the environment; ends the process with status 2 where they do not allow it.
     *
     * @param application Micronaut environment of the application: {@code platform} or {@code console}
     */
    public static void application(String application, Class<?> main, String... args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        new Start()
                .banner(false)
                .args(args)
                .environments(application)
                .mainClass(main)
                .start();
    }

    @Override
    protected void handleStartupException(Environment environment, Throwable failure) {
        sentence(failure).ifPresent(sentence -> {
            System.err.println(sentence);
            System.exit(REFUSED);
        });
        super.handleStartupException(environment, failure);
    }

    /** Finds what the person who starts the application can do; empty for what nobody expected. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var found = sentenceOf(cause);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentenceOf(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        var placeholder = PLACEHOLDER.matcher(message);
        if (placeholder.find()) {
            return Optional.of(placeholder.group(1) + " is missing: set it in the environment.");
        }
        if (message.startsWith(SETTING)) {
            return Optional.of(message);
        }
        return switch (cause) {
            case SQLException error ->
                Optional.of("The database at KK_DATABASE_URL does not let the application in (SQLSTATE "
                        + error.getSQLState() + ").");
            case BindException taken -> Optional.of("A port is in use: choose another one.");
            default -> Optional.empty();
        };
    }
}
