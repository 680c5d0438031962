package de.kreiskonzept.platform.participation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.draft.news.ContributionNews;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a comment round by itself: the lead hears of contributions, and addresses are deleted in time. */
@ExtendWith(PlatformUnderTest.Given.class)
class CommentDutiesIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final PlatformUnderTest platform;
    private CommentSample sample;
    private String round;

    CommentDutiesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anOpenRound() throws Exception {
        sample = new CommentSample(platform);
        round = sample.opened();
    }

    @Test
    void theLeadHearsOfContributionsAtMostOnceADay() throws Exception {
        Instant noon =
                LocalDate.now(ZONE).plusDays(1).atTime(12, 0).atZone(ZONE).toInstant();
        assertThat(tell(noon)).as("nothing was said").isZero();
        sample.say(sample.mailed(), "comment", "Gut so");
        sample.say(sample.mailed(), "goal", "Alle lernen Deutsch.");

        assertThat(tell(noon)).isEqualTo(1);
        assertThat(tell(noon.plus(Duration.ofDays(1)))).as("nothing new").isZero();
        assertThat(mails("2 neue Beiträge"))
                .singleElement()
                .asString()
                .contains("Kommentierung 2026", round + "/beitraege");
        sample.sql("UPDATE participation_contribution SET created_at = '" + noon.plusSeconds(60) + "'"
                + " WHERE words = 'Gut so'");
        assertThat(tell(noon.plus(Duration.ofHours(5)))).as("the same day").isZero();
        assertThat(tell(noon.plus(Duration.ofHours(13)))).as("the next day").isEqualTo(1);
        assertThat(mails("ein neuer Beitrag")).hasSize(1);
        assertThat(sample.post(round + "/schliessen", round + "/schliessen", Map.of("version", "1"))
                        .statusCode())
                .as("the round itself has not changed")
                .isEqualTo(303);
    }

    @Test
    void aLeadDoesWithoutNewsAndAnotherCountyGetsNone() throws Exception {
        sample.say(sample.mailed(), "comment", "Gut so");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Workspace other = platform.county();
        platform.cookie(other, Roles.LEAD);
        assertThat(platform.in(
                        other, () -> platform.bean(ContributionNews.class).tell(tomorrow, ZONE)))
                .isZero();

        String settings = "/" + sample.county.slug() + "/benachrichtigungen";
        assertThat(sample.page(settings)).contains("value=\"contributed\" checked");
        sample.post(settings, settings, Map.of("kind", "digest"));
        tell(tomorrow);
        assertThat(mails("ein neuer Beitrag")).isEmpty();
    }

    @Test
    void addressesAreDeleted30DaysAfterTheEndAndContributionsStay() throws Exception {
        sample.say(sample.mailed(), Map.of("kind", "comment", "text", "Gut so", "named", "ja"));
        assertThat(sample.page(round + "/schliessen")).contains("30 Tage nach dem Schließen");
        sample.close(round);
        String day = LocalDate.now(ZONE).plusDays(30).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        assertThat(sample.page(round)).contains("werden am " + day + " gelöscht", "eva@verein.example");
        assertThat(platform.page(round, platform.cookie(sample.county, Roles.READER))
                        .body())
                .doesNotContain("gelöscht", "eva@verein.example");
        String api = "/api/v1" + round.replace("/beteiligung/", "/comment-rounds/");
        assertThat(platform.get(api, platform.token(sample.county, Roles.READER))
                        .body())
                .contains("\"addressesDeletedOn\":\"" + LocalDate.now(ZONE).plusDays(30) + "\"");

        sample.sql("UPDATE mail_outbox SET state = 'sent'");
        assertThat(mailsTo("eva@verein.example")).isNotEmpty();
        closedBefore("29 days");
        assertThat(sample.page(round)).contains("eva@verein.example");
        closedBefore("1 day");
        assertThat(sample.page(round))
                .doesNotContain("eva@verein.example")
                .contains("Eva Muster", "nicht mehr aufbewahrt");
        assertThat(mailsTo("eva@verein.example")).as("in the outbox").isEmpty();
        assertThat(sample.page(round + "/beitraege")).contains("Gut so", "Eva Muster");
    }

    private void closedBefore(String time) throws Exception {
        // As the clock on the wall shows it: the hour of summer time may lie between.
        sample.sql("UPDATE participation_comment_round SET closed_at ="
                + " (closed_at AT TIME ZONE 'Europe/Berlin' - interval '" + time + "') AT TIME ZONE 'Europe/Berlin'");
        platform.job(sample.county, "forget addresses of comment rounds", () -> {
            platform.bean(Inviting.class).forgetAddresses();
            return 0;
        });
    }

    private List<String> mailsTo(String address) throws Exception {
        return platform.in(sample.county, () -> platform.bean(Mailbag.class).linksTo(address));
    }

    private int tell(Instant now) throws Exception {
        return platform.job(
                sample.county,
                "news of comment rounds",
                () -> platform.bean(ContributionNews.class).tell(now, ZONE));
    }

    private List<String> mails(String words) throws Exception {
        return platform.in(sample.county, () -> platform.bean(Mailbag.class).bodies(words));
    }
}
