package de.kreiskonzept.platform.identity.support;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.architecture.Structure;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.support.VisitorRights.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What visitors may call, route by route: what editors may, but for the list in README.md. */
class VisitorRightsTest {
    private static final String BEGIN = "<!-- visitors: begin -->";
    private static final String END = "<!-- visitors: end -->";

    private final Map<String, Route> routes = routes();

    private static Map<String, Route> routes() {
        var structure = new Structure("de.kreiskonzept.platform");
        var own = structure.routesWith(OfOwnAccount.class);
        var open = structure.routesWith(OpenToVisitors.class);
        var all = new LinkedHashMap<String, Route>();
        structure
                .rolesOfRoutes()
                .forEach((name, roles) ->
                        all.put(name, new Route(name.split(" ")[0], roles, own.contains(name), open.contains(name))));
        return all;
    }

    @Test
    void readmeSaysWhereVisitorsAndEditorsDiffer() throws IOException {
        var expected = routes.entrySet().stream()
                .filter(route -> VisitorRights.mayCall(route.getValue(), true) != isForEditors(route.getValue()))
                .map(route -> "- `" + route.getKey() + "`")
                .collect(Collectors.joining("\n"));
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("visitors.md"), expected);
        var readme = Files.readString(Path.of("README.md"));
        assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END))
                        .strip())
                .as("take over target/visitors.md after reading it")
                .isEqualTo(expected);
    }

    @Test
    void visitorsWhoReadCallNoRouteThatChangesSomething() {
        assertThat(routes.entrySet().stream()
                        .filter(route -> !route.getKey().startsWith("GET "))
                        .filter(route -> VisitorRights.mayCall(route.getValue(), false))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("POST /{county}/hilfe/eintritt/{ticket}", "POST /{county}/hilfe/verlassen");
    }

    @Test
    void visitorsCallNothingThatIsForAdminsOrLeadsAlone() {
        assertThat(routes.entrySet().stream()
                        .filter(route -> Set.of(Roles.ADMIN, Roles.LEAD)
                                .containsAll(route.getValue().roles()))
                        .filter(route -> VisitorRights.mayCall(route.getValue(), true)))
                .isEmpty();
    }

    @Test
    void visitorsKnowNothingOfAccounts() {
        assertThat(routes.keySet().stream()
                        .filter(name ->
                                name.matches("[A-Z]+ (/api/v1)?/\\{county}/(konto|konten|token|protokoll|kalender"
                                        + "|benachrichtigungen)(/.*)?"))
                        .filter(name -> !name.endsWith(".ics"))
                        .filter(name -> VisitorRights.mayCall(routes.get(name), true)))
                .isEmpty();
    }

    private static boolean isForEditors(Route route) {
        return route.roles().contains(Roles.EDITOR)
                || route.roles().contains("isAuthenticated()")
                || route.roles().contains("isAnonymous()");
    }
}
