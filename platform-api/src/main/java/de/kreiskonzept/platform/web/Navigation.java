package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.route.DeclaredRoles;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.NavItem;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The main navigation. It asks the routes themselves who may call them, so it offers what exists and what the person may
 * open, nothing else.
 */
@Singleton
final class Navigation {
    /** Path behind the county, in the order of the menu; the label's key is {@code web.navigation.<last segment>}. */
    private static final List<String> ENTRIES = List.of(
            "",
            "start",
            "ablauf",
            "konzept",
            "konzept/massnahmen",
            "organisationen",
            "ampel",
            "berichtsrunden",
            "konferenzen",
            "beteiligung",
            "konzept/import",
            "gremien",
            "sitzungen",
            "vorlagen",
            "beschluesse",
            "dokumente",
            "konten",
            "hilfe",
            "protokoll");

    private static final Pattern COUNTY = Pattern.compile("^/\\{[^}]+}");

    private final List<String> entries;
    private final Map<String, Set<String>> allowed;
    private final Texts texts;

    @Inject
    Navigation(Router router, Texts texts) {
        this(router, texts, ENTRIES);
    }

    /** @param entries in place of those of the menu */
    Navigation(Router router, Texts texts, List<String> entries) {
        this.entries = entries;
        this.texts = texts;
        this.allowed = router.uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .filter(route -> entries.stream().anyMatch(entry -> isEntry(route, entry)))
                .collect(Collectors.toMap(
                        route -> entry(path(route)), DeclaredRoles::of, (one, other) -> one, LinkedHashMap::new));
    }

    /** Returns what this person may open. */
    List<NavItem> of(HttpRequest<?> request, String home, SignedIn who) {
        String current = current(request.getPath(), home);
        return entries.stream()
                .filter(entry -> isAllowed(entry, who))
                .map(entry -> new NavItem(
                        texts.text("web.navigation."
                                + (entry.isEmpty() ? "home" : entry.substring(entry.lastIndexOf('/') + 1))),
                        home + entry,
                        entry.equals(current)))
                .toList();
    }

    private boolean isAllowed(String entry, SignedIn who) {
        var roles = allowed.getOrDefault(entry, Set.of());
        return roles.contains(SecurityRule.IS_AUTHENTICATED) || roles.contains(who.role());
    }

    /** The longest entry that the path is or stands below. */
    private @Nullable String current(String path, String home) {
        return entries.stream()
                .filter(entry -> entry.isEmpty()
                        ? path.equals(home)
                        : path.equals(home + entry) || path.startsWith(home + entry + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean isEntry(UriRouteInfo<?, ?> route, String entry) {
        return path(route).equals(entry.isEmpty() ? "" : "/" + entry);
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return COUNTY.matcher(route.getUriMatchTemplate().toPathString()).replaceFirst("");
    }

    private static String entry(String path) {
        return path.isEmpty() ? "" : path.substring(1);
    }
}
