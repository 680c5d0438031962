package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.database.SqlState;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a workspace refuses because it moves (decision 030), and what it lacks because it is not migrated yet from a fault of ours: a new program already answers while the workspaces are
 * brought to its version one after the other (decision 033).
 */
@Singleton
final class Behind {
    private static final Logger LOG = LoggerFactory.getLogger(Behind.class);

    /** No such table, no such column, no right to it. */
    private static final Set<String> LACKING = Set.of("42P01", "42703", "42501");

    private final Workspaces workspaces;
    private final WorkspaceSchema schema;

    Behind(Workspaces workspaces, WorkspaceSchema schema) {
        this.workspaces = workspaces;
        this.schema = schema;
    }

    /**
     * What to throw instead of a failure in this workspace: a refusal with 503 where it stands elsewhere than this replica knew or
     * is on its way, or where its tables are not those of this program; empty for a fault.
     */
    Optional<Refusal> reason(Workspace workspace, Throwable failure) {
        var lacking = SqlState.of(failure).filter(LACKING::contains);
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        if (workspaces.hasChanged(workspace)) {
            return Optional.of(ReadOnlyGuard.moving(workspace));
        }
        if (workspaces.isAt(schema.version(), workspace)) {
            return Optional.empty();
        }
        LOG.warn("Tenant {} is not migrated yet and lacks something: SQLSTATE {}", workspace.id(), lacking.get());
        return Optional.of(
                Refusal.soon(Duration.ofMinutes(1), "workspace-behind", "tenancy.county.behind", workspace.name()));
    }
}
