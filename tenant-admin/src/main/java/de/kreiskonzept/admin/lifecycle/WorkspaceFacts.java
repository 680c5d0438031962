package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.quota.Quotas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.support.SupportVisits;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a workspace beside its state: its history, how far it is built, how much it uses and may use, whether it lets somebody in. */
@Singleton
public final class WorkspaceFacts {
    private final Tenants tenants;
    private final Progress progress;
    private final Quotas quotas;
    private final SupportVisits support;
    private final Transition transition;

    WorkspaceFacts(Tenants tenants, Progress progress, Quotas quotas, SupportVisits support, Transition transition) {
        this.tenants = tenants;
        this.progress = progress;
        this.quotas = quotas;
        this.support = support;
        this.transition = transition;
    }

    /** What REST and the command line show of it. */
    public TenantDetailView view(Tenant tenant) {
        return new TenantDetailView(
                TenantView.of(tenant),
                tenants.events(tenant.id()).stream()
                        .map(TenantDetailView.Event::of)
                        .toList(),
                progress.list(tenant.id()).stream()
                        .map(TenantDetailView.StepView::of)
                        .toList(),
                transition.possible(tenant).stream().map(TenantAction::text).toList(),
                tenants.findFigures(tenant.id())
                        .map(TenantDetailView.Figures::of)
                        .orElse(null));
    }

    /** What its page shows, by the names that the page knows. */
    Map<String, @Nullable Object> of(UUID id) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("events", tenants.events(id));
        facts.put("steps", progress.list(id));
        facts.put("figures", tenants.findFigures(id).orElse(null));
        facts.put("agreed", quotas.get(id));
        facts.put("grant", support.findOpen(id).orElse(null));
        return facts;
    }
}
