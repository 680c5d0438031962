package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and writes to which counties an announcement goes, as people type them: slug, AGS or id. */
@Singleton
public final class Counties {
    private final Tenants tenants;

    Counties(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Those that no tenant is known by. */
    List<String> unknown(Collection<String> typed) {
        return typed.stream().filter(text -> tenants.findTyped(text).isEmpty()).toList();
    }

    /**
     * To these counties.
     *
     * @throws Refusal 404 where one is not known
     */
    public Audience chosen(Collection<String> typed) {
        return new Audience.Chosen(typed.stream()
                .map(text -> tenants.findTyped(text).orElseThrow(Refusal::notFound))
                .map(Tenant::id)
                .collect(Collectors.toSet()));
    }

    /** The counties of an audience by name; empty for everyone. */
    public List<Tenant> of(Audience audience) {
        return switch (audience) {
            case Audience.Everyone _ -> List.of();
            case Audience.Chosen chosen -> tenants.list(chosen.counties());
        };
    }
}
