package de.kreiskonzept.foundation.route;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteInfo;
import java.util.List;
import java.util.Set;

/** Whom a route names in {@link Secured}. */
public final class DeclaredRoles {
    private DeclaredRoles() {}

    /**
     * Returns the roles, or the expressions of Micronaut Security that stand for some. What stands at the method counts instead of what
     * stands at its class, as it does where Micronaut decides; the metadata of a route hold both together.
     */
    public static Set<String> of(RouteInfo<?> route) {
        AnnotationMetadata whole = route.getAnnotationMetadata();
        var own = whole.getDeclaredMetadata().stringValues(Secured.class);
        return Set.copyOf(List.of(own.length > 0 ? own : whole.stringValues(Secured.class)));
    }
}
