package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.log.LogField;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The county that the running request or job works for: found once, set once. */
@Singleton
public final class CurrentWorkspace {
    static final String OF_REQUEST = "kreiskonzept.county";

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

    /**
     * For a request that is sent as reading and leaves a session behind; all others that write are refused before.
     *
     * @throws Refusal 503 while the county moves
     */
    public void requireSettled() {
        find().filter(Workspace::isMoving).ifPresent(county -> {
            throw ReadOnlyGuard.moving(county);
        });
    }

    /** The county of a request, also before and after the part of it that runs for the county. */
    public static Optional<Workspace> of(HttpRequest<?> request) {
        return request.getAttribute(OF_REQUEST, Workspace.class);
    }

    /** Binds the rest of a request to its county, as one that can only be read. */
    static void bindReadOnly(MutablePropagatedContext context) {
        Optional.ofNullable(context.getContext())
                .flatMap(whole -> whole.find(Bound.class))
                .ifPresent(bound -> context.replace(bound, new Bound(bound.known(), true)));
    }

    static PropagatedContextElement element(Workspace workspace) {
        return new Bound(workspace, false);
    }

    /** The work that is under way, in the county where it stands now; whoever could only read still can only read. */
    static PropagatedContext elsewhere(Workspace now) {
        var context = PropagatedContext.getOrEmpty();
        boolean onlyReads = context.find(Bound.class).filter(Bound::onlyReads).isPresent();
        return context.plus(new Bound(now, onlyReads));
    }

    /**
     * Stands on the lines of the log as the opaque id of the tenant.
     *
     * @param known as the registry shows it
     * @param onlyReads whether this work may only read, whatever the state of the county
     */
    private record Bound(Workspace known, boolean onlyReads) implements LogField {
        Workspace workspace() {
            return onlyReads ? known.readOnly() : known;
        }

        @Override
        public String field() {
            return "tenant";
        }

        @Override
        public String value() {
            return known.id().toString();
        }
    }
}
