package de.kreiskonzept.platform.participation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a link to a draft does, and what it does not, whoever tries. */
@ExtendWith(PlatformUnderTest.Given.class)
class DraftLinkIT {
    private final PlatformUnderTest platform;
    private CommentSample sample;
    private String round;
    private String link;

    DraftLinkIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anOpenRound() throws Exception {
        sample = new CommentSample(platform);
        round = sample.opened();
        link = sample.mailed();
    }

    @Test
    void showsTheDraftAndTakesWhatIsSaid() throws Exception {
        assertThat(visit(link))
                .contains("Bitte lesen Sie den Entwurf.", "Sprache", "Kurse sind gut zu erreichen.", "Kurse am Abend")
                .contains("/beitrag?ort=" + sample.goal, "/beitrag?ort=" + sample.section)
                .doesNotContain("eva@verein.example");
        assertThat(visit(link + "/beitrag?ort=" + sample.goal)).contains("Kurse sind gut zu erreichen.");
        HttpResponse<String> sent = sample.say(link, "measure", "Kurse auf dem Land");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("#teil-" + sample.goal);
        assertThat(visit(link)).contains("Kurse auf dem Land", "Ihr Beitrag, wird noch angesehen");
        assertThat(visit(sample.shared(round)))
                .as("nobody has looked at it")
                .doesNotContain("Kurse auf dem Land", "Eva Muster");
    }

    @Test
    void isWorthlessOnceItIsRevokedOrReplaced() throws Exception {
        String shared = sample.shared(round);
        String second = sample.shared(round);
        assertThat(refused(shared)).isEqualTo("404 Diesen Link gibt es nicht");
        HttpResponse<String> form = platform.page(second + "/beitrag", "");
        sample.post(round, sample.action(round, "Netzwerk Asyl", "sperren"), Map.of());
        assertThat(refused(second)).isEqualTo("410 Dieser Link gilt nicht mehr");
        assertThat(platform.formOf(form, second + "/beitrag", Map.of("kind", "comment", "text", "Hallo"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(platform.page(link, "").statusCode()).as("the other link").isEqualTo(200);

        sample.post(round, sample.action(round, "Eva Muster", "link"), Map.of());
        assertThat(refused(link)).isEqualTo("404 Diesen Link gibt es nicht");
        assertThat(visit(sample.mailed())).contains("Kurse am Abend");
        assertThat(sample.stored()).isZero();
    }

    @Test
    void leadsNowhereWhereItIsMistypedOrOfAnotherCounty() throws Exception {
        Workspace other = platform.county();
        String elsewhere = link.replace(sample.county.slug(), other.slug());
        for (String wrong : new String[] {link.substring(0, link.length() - 1), link + "x", elsewhere}) {
            assertThat(refused(wrong)).isEqualTo("404 Diesen Link gibt es nicht");
        }
        assertThat(platform.page(elsewhere, platform.cookie(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
        assertThat(sample.say(link, Map.of("place", UUID.randomUUID().toString(), "kind", "comment", "text", "Hallo"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(sample.stored()).isZero();
    }

    @Test
    void takesNothingAfterTheLastDayAndKeepsWhatWasTyped() throws Exception {
        HttpResponse<String> form = platform.page(link + "/beitrag", "");
        sample.sql("UPDATE participation_comment_round SET deadline = current_date - 2");
        var late = platform.formOf(form, link + "/beitrag", Map.of("kind", "comment", "text", "Zu spät getippt"));
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("Die Kommentierung ist beendet", "Zu spät getippt");
        assertThat(visit(link)).contains("Kurse am Abend").doesNotContain("/beitrag");
        sample.close(round);
        assertThat(visit(link)).contains("Kurse am Abend").doesNotContain("/beitrag");
        assertThat(platform.page(link + "/beitrag", "").statusCode()).isEqualTo(410);
        sample.sql("UPDATE participation_comment_round SET closed_at = closed_at - interval '92 days'");
        assertThat(refused(link)).isEqualTo("410 Dieser Link gilt nicht mehr");
        assertThat(sample.stored()).isZero();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var refused = sample.say(
                link,
                Map.of("place", sample.goal.toString(), "kind", "verse", "text", "x".repeat(5001), "named", "ja"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Wählen Sie, ob Sie etwas anmerken", "5.001", "x".repeat(5001), "Kurse sind gut zu erreichen.")
                .containsPattern("name=\"named\"[^>]* checked");
        assertThat(sample.stored()).isZero();
    }

    @Test
    void takesTheSameWordsOnceAndNothingFromPrograms() throws Exception {
        assertThat(sample.say(link, "comment", "Doppelt").statusCode()).isEqualTo(303);
        assertThat(sample.say(link, "comment", "Doppelt").statusCode()).isEqualTo(303);
        assertThat(sample.stored()).isEqualTo(1);
        var program = Map.of("kind", "comment", "text", "Kaufen Sie!", "website", "https://werbung.example");
        assertThat(sample.say(link, program).statusCode()).isEqualTo(303);
        assertThat(sample.stored()).isEqualTo(1);
    }

    @Test
    void takesOnlySoManyWithinAnHour() throws Exception {
        sample.say(link, "comment", "Der erste");
        sample.sql("INSERT INTO participation_contribution SELECT gen_random_uuid(), round_id, invitee_id, chapter_id,"
                + " section_id, goal_id, place, kind, words || n, author, named, moderation, decision, answer,"
                + " carried_out, created_at, modified_at, version FROM participation_contribution,"
                + " generate_series(2, 60) AS n");
        var tooMany = sample.say(link, "comment", "Der einundsechzigste");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("3600");
        assertThat(tooMany.body()).contains("in der letzten Stunde sehr viele", "Der einundsechzigste");
        assertThat(sample.say(sample.shared(round), "comment", "Ein anderer Link")
                        .statusCode())
                .isEqualTo(303);
        sample.sql("UPDATE participation_contribution SET created_at = created_at - interval '61 minutes'");
        assertThat(sample.say(link, "comment", "Der einundsechzigste").statusCode())
                .isEqualTo(303);
    }

    @Test
    void remembersNobodyByACookie() throws Exception {
        for (String path : new String[] {link, link + "/beitrag"}) {
            assertThat(platform.page(path, "").headers().allValues("Set-Cookie"))
                    .as("only what proves that the form is ours, until the browser is closed")
                    .hasSizeLessThan(2)
                    .allMatch(cookie -> cookie.startsWith("kk_visitor=")
                            && cookie.contains("SameSite=Strict")
                            && !cookie.contains("Max-Age")
                            && !cookie.contains("Expires"));
        }
    }

    private String visit(String path) throws Exception {
        return platform.page(path, "").body();
    }

    private String refused(String path) throws Exception {
        HttpResponse<String> answer = platform.page(path, "");
        var found = Pattern.compile("Dieser Link gilt nicht mehr|Diesen Link gibt es nicht")
                .matcher(answer.body());
        return answer.statusCode() + " " + (found.find() ? found.group() : answer.body());
    }
}
