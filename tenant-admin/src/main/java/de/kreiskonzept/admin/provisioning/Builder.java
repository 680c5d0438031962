package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.registry.TenantChanged;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds in the background: at once after an approval, and every ten seconds what a crash or an error has left. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class Builder implements ApplicationEventListener<TenantChanged> {
    private static final Logger LOG = LoggerFactory.getLogger(Builder.class);

    private final Provisioning provisioning;
    private final ExecutorService threads;

    Builder(Provisioning provisioning, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.provisioning = provisioning;
        this.threads = threads;
    }

    @Override
    public boolean supports(TenantChanged event) {
        return event.state() == TenantState.APPROVED;
    }

    @Override
    public void onApplicationEvent(TenantChanged event) {
        // The event comes while the approving transaction is closing; the work must not inherit its connection.
        threads.execute(PropagatedContext.empty().wrap(() -> complete(event.tenantId())));
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "10s")
    void resume() {
        provisioning.unfinished().forEach(this::complete);
    }

    /** One tenant that cannot be built must not keep the others waiting. */
    private void complete(UUID tenant) {
        try {
            provisioning.complete(tenant);
        } catch (RuntimeException e) {
            LOG.error("Tenant {} waits for the next round", tenant, e);
        }
    }
}
