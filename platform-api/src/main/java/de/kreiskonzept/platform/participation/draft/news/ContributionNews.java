package de.kreiskonzept.platform.participation.draft.news;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Tidings;
import de.kreiskonzept.platform.participation.draft.CommentRoundStore;
import de.kreiskonzept.platform.participation.draft.CommentRoundStore.News;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Tells leads of new contributions, at most once a day for each round. */
@Singleton
@InWorkspace
public class ContributionNews {
    /** What is younger may belong to a transaction that is still under way; it is told next time. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final CommentRoundStore rounds;
    private final Tidings tidings;
    private final Texts texts;

    ContributionNews(CommentRoundStore rounds, Tidings tidings, Texts texts) {
        this.rounds = rounds;
        this.tidings = tidings;
        this.texts = texts;
    }

    /**
     * Writes the mails that are due.
     *
     * @param zone in which a day begins and ends
     * @return number of rounds with news
     */
    public int tell(Instant now, ZoneId zone) {
        Instant until = now.minus(SETTLED).truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(zone).toLocalDate();
        int told = 0;
        for (News news : rounds.listNews(until)) {
            if (isDue(news, today, zone) && rounds.tell(news, until)) {
                tidings.tell(new Tidings.Tiding(
                        NoticeKind.CONTRIBUTED,
                        "beteiligung/" + news.round() + "/beitraege",
                        null,
                        news.name(),
                        texts.text("commenting.news", news.contributions())));
                told++;
            }
        }
        return told;
    }

    private static boolean isDue(News news, LocalDate today, ZoneId zone) {
        Instant last = news.toldAt();
        return last == null || last.plus(SETTLED).atZone(zone).toLocalDate().isBefore(today);
    }
}
