package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.NavItem;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.platform.identity.Roles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** What the person may do in the county, in the order of the menu. */
@Singleton
final class Tasks {
    private static final Set<String> WRITERS = Set.of(Roles.LEAD, Roles.EDITOR);

    /** Returns the tasks in the order of the navigation; all of them can be opened. */
    List<Task> of(PageFrame page, SignedIn who) {
        var home = page.site().home();
        return page.site().navigation().stream()
                .filter(item -> !item.href().equals(home))
                .map(item -> task(page, item, item.href().substring(item.href().lastIndexOf('/') + 1), who))
                .toList();
    }

    private static Task task(PageFrame page, NavItem item, String segment, SignedIn who) {
        var hint = page.t("home.task." + segment + (writes(who) ? ".write" : ".read"));
        return new Task(item.label(), item.href(), hint, "", null);
    }

    private static boolean writes(SignedIn who) {
        var visit = who.visit();
        return WRITERS.contains(who.role()) && (visit == null || visit.writing());
    }
}
