package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.support.SupportAccess;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** What stands on the start page: for admins also that somebody of the provider is let in. */
@Singleton
final class StartPage {
    private final OpenWork open;
    private final Tasks tasks;
    private final Entrance entrance;
    private final ComingMeetings meetings;
    private final SupportAccess support;

    StartPage(OpenWork open, Tasks tasks, Entrance entrance, ComingMeetings meetings, SupportAccess support) {
        this.open = open;
        this.tasks = tasks;
        this.entrance = entrance;
        this.meetings = meetings;
        this.support = support;
    }

    /** By the names that the page knows them by. */
    Map<String, Object> of(PageFrame page, SignedIn who) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("name", who.visit() == null ? who.name() : who.visit().visitor());
        model.put("open", open.of(page.site().home(), who.accountId(), who.role()));
        model.put("tasks", tasks.of(page, who));
        model.put("meetings", meetings.of(page.site().home(), who));
        entrance.find().ifPresent(progress -> model.put("entrance", progress));
        if (who.role().equals(Roles.ADMIN)) {
            support.findOpen().ifPresent(grant -> {
                model.put("grant", grant);
                model.put("until", GermanTime.TIME.format(grant.expiresAt()));
            });
        }
        return model;
    }
}
