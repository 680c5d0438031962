package de.kreiskonzept.platform.web;

import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows which counties hold example data, so that no page and no file of theirs can be taken for official. */
@Singleton
public final class ExampleCounties {
    private final CurrentWorkspace current;
    private final Set<String> keys;

    /**
     * Keeps the keys.
     *
     * @param keys AGS of the counties that are filled with example data; the local start names them
     */
    ExampleCounties(CurrentWorkspace current, @Value("${kreiskonzept.example-counties:}") Set<String> keys) {
        this.current = current;
        this.keys = Set.copyOf(keys);
    }

    /** Whether this county's data is an example. */
    public boolean contain(Workspace county) {
        return keys.contains(county.ags());
    }

    /** Whether the county of this request or job holds example data. */
    public boolean containCurrent() {
        return contain(current.get());
    }
}
