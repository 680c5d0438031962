package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The console is one area; tokens of the platform are worthless here. */
@Singleton
final class OperatorArea implements SignInArea {
    /** Stands for the provider where the platform names a county. */
    static final UUID PROVIDER = new UUID(0, 0);

    static final String AUDIENCE = "console";

    private final OperatorSessions sessions;
    private final boolean encrypted;

    OperatorArea(OperatorSessions sessions, @Value("${kreiskonzept.console-url}") String consoleUrl) {
        this.sessions = sessions;
        this.encrypted = consoleUrl.startsWith("https://");
    }

    @Override
    public String audience() {
        return AUDIENCE;
    }

    @Override
    public Optional<UUID> tenant(HttpRequest<?> request) {
        return Optional.of(PROVIDER);
    }

    @Override
    public String home(HttpRequest<?> request) {
        return "/";
    }

    @Override
    public String signInPath(HttpRequest<?> request) {
        return "/anmelden";
    }

    @Override
    public String cookieName() {
        return "kk_console";
    }

    @Override
    public boolean isEncrypted() {
        return encrypted;
    }

    @Override
    public Optional<SignedIn> find(UUID sessionId) {
        return sessions.find(sessionId);
    }
}
