package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Every county is an area of its own: whoever is signed in to one is a stranger in all others. */
@Singleton
final class CountyArea implements SignInArea {
    private final CurrentWorkspace county;
    private final SessionStore sessions;
    private final boolean encrypted;

    CountyArea(CurrentWorkspace county, SessionStore sessions, @Value("${kreiskonzept.public-url}") String publicUrl) {
        this.county = county;
        this.sessions = sessions;
        this.encrypted = publicUrl.startsWith("https://");
    }

    @Override
    public String audience() {
        return "platform";
    }

    @Override
    public Optional<UUID> tenant(HttpRequest<?> request) {
        return county.find().map(Workspace::id);
    }

    @Override
    public String home(HttpRequest<?> request) {
        return county.find().map(workspace -> "/" + workspace.slug() + "/").orElse("/");
    }

    @Override
    public String signInPath(HttpRequest<?> request) {
        return county.find()
                .map(workspace -> "/" + workspace.slug() + "/anmelden")
                .orElse("/");
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
