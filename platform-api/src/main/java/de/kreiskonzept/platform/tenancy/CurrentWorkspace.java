package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.log.LogField;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The county that the running request or job works for: found once, set once. */
@Singleton
public final class CurrentWorkspace {
    /**
     * The county at work.
     *
     * @throws IllegalStateException outside a request of a county and outside {@link Workspaces#in}
     */
    public Workspace get() {
        return find().orElseThrow(() -> new IllegalStateException("no county is bound to this request or job"));
    }

    /** The county at work; empty on pages that belong to none. */
    public Optional<Workspace> find() {
        return PropagatedContext.getOrEmpty().find(Bound.class).map(Bound::workspace);
    }

    static PropagatedContextElement element(Workspace workspace) {
        return new Bound(workspace);
    }

    /** Stands on the lines of the log as the opaque id of the tenant. */
    private record Bound(Workspace workspace) implements LogField {
        @Override
        public String field() {
            return "tenant";
        }

        @Override
        public String value() {
            return workspace.id().toString();
        }
    }
}
