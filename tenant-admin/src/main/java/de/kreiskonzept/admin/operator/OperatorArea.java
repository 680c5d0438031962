package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.signin.SignInArea;
import io.micronaut.http.HttpRequest;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The console is one area; tokens of the platform are worthless here. */
@Singleton
final class OperatorArea implements SignInArea {
    /** Stands for the provider where the platform names a county. */
    static final UUID PROVIDER = new UUID(0, 0);

    static final String AUDIENCE = "console";

    private final Work work;

    OperatorArea(Work work) {
        this.work = work;
    }

    @Override
    public String audience() {
        return AUDIENCE;
    }

    @Override
    public String feature() {
        return "operator";
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
    public Set<String> guardedRoles() {
        return Set.copyOf(Roles.list());
    }

    @Override
    public <T> T inTransaction(Supplier<T> task) {
        return work.inTransaction(task);
    }

    /** Opens the transaction of a sign-in. */
    @Singleton
    static class Work {
        @Transactional
        <T> T inTransaction(Supplier<T> task) {
            return task.get();
        }
    }
}
