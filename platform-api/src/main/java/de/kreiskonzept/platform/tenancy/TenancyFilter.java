package de.kreiskonzept.platform.tenancy;

import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the county of a request by its path, before anyone asks who calls: unknown 404, suspended or archived 403, too many requests
 * 429, in a database that the settings do not name 503.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TenancyFilter implements Ordered {
    private static final Set<String> NOT_A_COUNTY =
            Set.of("", "anmelden", "api", "assets", "favicon.ico", "health", "metrics", "openapi.json", "problems");
    private static final String API = "/api/v1/";
    private static final Logger LOG = LoggerFactory.getLogger(TenancyFilter.class);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Workspaces workspaces;
    private final DataSources sources;
    private final RequestQuota quota;

    TenancyFilter(Workspaces workspaces, DataSources sources, RequestQuota quota) {
        this.workspaces = workspaces;
        this.sources = sources;
        this.quota = quota;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void bind(HttpRequest<?> request, MutablePropagatedContext context) {
        slug(request.getPath()).map(this::reachable).ifPresent(workspace -> {
            request.setAttribute(CurrentWorkspace.OF_REQUEST, workspace);
            context.add(CurrentWorkspace.element(workspace));
        });
    }

    private Workspace reachable(String slug) {
        Workspace workspace = workspaces
                .find(slug)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "county-not-found", "tenancy.county.unknown"));
        if (workspace.state() == TenantState.ARCHIVED) {
            throw new Refusal(HttpStatus.FORBIDDEN, "county-archived", "tenancy.county.archived", workspace.name());
        }
        if (!workspace.state().readable()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "county-suspended", "tenancy.county.suspended", workspace.name());
        }
        if (sources.find(workspace.dataSource()).isEmpty()) {
            LOG.error(
                    "KK_DATA_SOURCES does not name the data source {} of tenant {}",
                    workspace.dataSource(),
                    workspace.id());
            throw Refusal.soon(SOON, "data-source-missing", "tenancy.county.nowhere", workspace.name());
        }
        quota.take(workspace);
        return workspace;
    }

    static Optional<String> slug(String path) {
        String rest = path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
        int end = rest.indexOf('/');
        String first = end < 0 ? rest : rest.substring(0, end);
        return path.startsWith(API) || !NOT_A_COUNTY.contains(first)
                ? Optional.of(first).filter(slug -> !slug.isEmpty())
                : Optional.empty();
    }
}
