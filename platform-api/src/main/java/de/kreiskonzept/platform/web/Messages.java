package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Site;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.platform.tenancy.Announcements;
import de.kreiskonzept.platform.tenancy.Announcements.Announced;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Which banners stand on a page of a county: example data, and what the provider has announced, which is read every four seconds at most. */
@Singleton
final class Messages {
    private final ExampleCounties examples;
    private final Announcements announcements;
    private final PutAway putAway;
    private final Texts texts;

    Messages(ExampleCounties examples, Announcements announcements, PutAway putAway, Texts texts) {
        this.examples = examples;
        this.announcements = announcements;
        this.putAway = putAway;
        this.texts = texts;
    }

    /** Whether the data of this county is an example. */
    boolean areExamples(Workspace county) {
        return examples.contain(county);
    }

    /**
     * What a person who is signed in sees on this page: all of it on the start page, elsewhere what is urgent. A visitor puts nothing away.
     */
    List<Site.Message> of(HttpRequest<?> request, String home, Workspace county, SignedIn who) {
        boolean start = request.getPath().equals(home);
        var away = putAway.of(request);
        return announcements.list(county).stream()
                .filter(one -> one.announcement().kind().isUrgent() || (start && !away.contains(one.id())))
                .map(one -> message(one, home, !start, who.visit() == null))
                .toList();
    }

    private Site.Message message(Announced one, String home, boolean everywhere, boolean mayPutAway) {
        Announcement announcement = one.announcement();
        String all = home + "mitteilungen";
        return new Site.Message(
                texts.text(announcement.kind().wordKey()),
                new Notice(Notice.Kind.of(announcement.kind().tone()), announcement.title(), announcement.text()),
                everywhere,
                all,
                announcement.kind().isUrgent() || !mayPutAway ? "" : all + "/" + one.id() + "/weglegen");
    }
}
