package de.kreiskonzept.platform.participation.draft.news;

import de.kreiskonzept.platform.participation.draft.Inviting;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Looks after the comment rounds of all counties: news every hour, addresses to be deleted once a day. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class CommentingSchedule {
    private final Workspaces workspaces;
    private final ContributionNews news;
    private final Inviting inviting;
    private final Clock clock;

    CommentingSchedule(Workspaces workspaces, ContributionNews news, Inviting inviting, Clock clock) {
        this.workspaces = workspaces;
        this.news = news;
        this.inviting = inviting;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void tell() {
        workspaces.each("news of comment rounds", () -> news.tell(clock.instant(), clock.getZone()));
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "1d")
    void forget() {
        workspaces.each("forget addresses of comment rounds", inviting::forgetAddresses);
    }
}
