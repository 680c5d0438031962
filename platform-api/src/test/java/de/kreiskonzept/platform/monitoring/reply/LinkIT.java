package de.kreiskonzept.platform.monitoring.reply;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.RoundSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a personal link does not do, whoever tries: each attempt is refused with a sentence and changes nothing. */
@ExtendWith(PlatformUnderTest.Given.class)
class LinkIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private RoundSample round;
    private UUID office;
    private String link;
    private UUID question;
    private UUID foreign;

    LinkIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aRoundThatAsksTwoBodies() throws Exception {
        county = platform.county();
        UUID version;
        UUID course;
        UUID advice;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID section = concept.section(null, "other", "Sprache");
            course = concept.measure(section, "Kurse", "grey", true);
            advice = concept.measure(section, "Beratung", "grey", true);
        }
        round = new RoundSample(county, version);
        office = round.body("Amt");
        question = round.question(office, course);
        foreign = round.question(round.body("Caritas"), advice);
        link = round.link(office);
    }

    @Test
    void reportsOnNoMeasureOfAnotherBody() throws Exception {
        assertThat(answer(link, foreign, "0").statusCode()).isEqualTo(404);
        assertThat(platform.form(link, link + "/" + foreign + "/anhang/" + foreign + "/loeschen", "", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(states()).isEqualTo("open open");
    }

    @Test
    void isWorthlessOnceItIsRevokedOrTheRoundIsClosed() throws Exception {
        HttpResponse<String> page = platform.page(link, "");
        round.sql("UPDATE monitoring_link SET revoked_at = now()");
        assertThat(refused(answer(page, link, question, "0"))).isEqualTo("410 Dieser Link gilt nicht mehr");
        assertThat(refused(platform.page(link, ""))).isEqualTo("410 Dieser Link gilt nicht mehr");
        String second = round.link(office);
        assertThat(platform.page(second, "").statusCode()).isEqualTo(200);

        round.sql("UPDATE monitoring_round SET state = 'closed', closed_at = now()");
        assertThat(refused(answer(page, second, question, "0"))).isEqualTo("410 Dieser Link gilt nicht mehr");
        assertThat(send(page, second + "/nichts-neues", Map.of()).statusCode()).isEqualTo(410);
        assertThat(platform.page(second + "/" + question, "").statusCode()).isEqualTo(410);
        assertThat(states()).isEqualTo("open open");
    }

    @Test
    void leadsNowhereWhereItIsMistypedOrOfAnotherCounty() throws Exception {
        HttpResponse<String> page = platform.page(link, "");
        for (String wrong : new String[] {
            link.substring(0, link.length() - 1),
            link + "x",
            link.toUpperCase(Locale.ROOT)
                    .replace(county.slug().toUpperCase(Locale.ROOT), county.slug())
                    .replace("/MELDUNG/", "/meldung/")
        }) {
            assertThat(refused(platform.page(wrong, ""))).isEqualTo("404 Diesen Link gibt es nicht");
            assertThat(answer(page, wrong, question, "0").statusCode()).isEqualTo(404);
        }
        Workspace other = platform.county();
        String elsewhere = link.replace(county.slug(), other.slug());
        assertThat(platform.page(elsewhere, "").statusCode()).isEqualTo(404);
        assertThat(platform.page(elsewhere, platform.cookie(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
        assertThat(answer(page, elsewhere, question, "0").statusCode()).isEqualTo(404);
        assertThat(states()).isEqualTo("open open");
    }

    @Test
    void takesAnAnswerThatIsSentTwiceOnce() throws Exception {
        HttpResponse<String> page = platform.page(link, "");
        assertThat(answer(page, link, question, "0").statusCode()).isEqualTo(303);
        var again = answer(page, link, question, "0");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Inzwischen wurde zu dieser Maßnahme schon geantwortet", "Kurse liefen");
        assertThat(states()).isEqualTo("given open");
        assertThat(answer(page, link, question, "1").statusCode())
                .as("changed on purpose")
                .isEqualTo(303);
    }

    @Test
    void takesNoAnswerAfterTheLeadHasAccepted() throws Exception {
        HttpResponse<String> page = platform.page(link, "");
        answer(page, link, question, "0");
        String answers = "/" + county.slug() + "/berichtsrunden/" + round.id() + "/antworten";
        platform.form(answers, answers + "/uebernehmen", platform.cookie(county, Roles.LEAD), Map.of());
        assertThat(refused(answer(page, link, question, "2"))).isEqualTo("409 Diese Antwort ist schon übernommen");
        assertThat(states()).isEqualTo("accepted open");
    }

    /** The states of both questions. */
    private String states() throws Exception {
        try (var connection = ConceptSample.as(county);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(state, ' ' ORDER BY id = '" + foreign
                                + "') FROM monitoring_reply")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String refused(HttpResponse<String> answer) {
        String known = "Dieser Link gilt nicht mehr|Diesen Link gibt es nicht|Diese Antwort ist schon übernommen";
        var found = Pattern.compile(known).matcher(answer.body());
        return answer.statusCode() + " " + (found.find() ? found.group() : answer.body());
    }

    private HttpResponse<String> answer(String at, UUID reply, String version) throws Exception {
        return answer(platform.page(link, ""), at, reply, version);
    }

    private HttpResponse<String> answer(HttpResponse<String> page, String at, UUID reply, String version)
            throws Exception {
        return send(
                page, at + "/" + reply, Map.of("version", version, "light", "green", "justification", "Kurse liefen"));
    }

    /** Sends a form with the token of a page that was opened while it could be. */
    private HttpResponse<String> send(HttpResponse<String> page, String action, Map<String, String> fields)
            throws Exception {
        return platform.formOf(page, action, fields);
    }
}
