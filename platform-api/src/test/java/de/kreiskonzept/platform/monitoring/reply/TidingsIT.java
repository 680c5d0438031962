package de.kreiskonzept.platform.monitoring.reply;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.monitoring.RoundSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails about what has just happened in a round or at a conference. */
@ExtendWith(PlatformUnderTest.Given.class)
class TidingsIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String link;
    private String board;
    private UUID first;
    private UUID second;
    private String round;

    TidingsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aRoundWithTwoQuestionsAndTwoLeads() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        platform.in(
                county,
                () -> platform.bean(People.class).create("zweite@kreis.example", Roles.LEAD, "ein langes Kennwort"));
        UUID version;
        UUID courses;
        UUID meetings;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID section = concept.section(null, "other", "Sprache");
            courses = concept.measure(section, "Kurse", "grey", true);
            meetings = concept.measure(section, "Treffen", "grey", true);
        }
        var open = new RoundSample(county, version);
        UUID body = open.body("Sozialamt");
        first = open.question(body, courses);
        second = open.question(body, meetings);
        link = open.link(body);
        round = "/" + county.slug() + "/berichtsrunden/" + open.id();
        board = round + "/antworten";
    }

    @Test
    void tellEveryLeadOnceWhenABodyHasAnsweredAll() throws Exception {
        answer(first);
        assertThat(mails("alle Fragen")).isEmpty();
        answer(second);
        assertThat(mails("Die Stelle „Sozialamt“ hat alle Fragen der Berichtsrunde „Ampel“ beantwortet."))
                .hasSize(2)
                .allMatch(mail -> mail.contains(board) && mail.contains("/benachrichtigungen"));
        platform.form(link + "/" + second, link + "/" + second, "", Map.of("version", "1", "light", "green"));
        assertThat(mails("alle Fragen")).as("a correction is no news").hasSize(2);
    }

    @Test
    void tellTheOtherLeadsWhatOneOfThemDid() throws Exception {
        answer(first);
        String reply = board + "/" + first;
        assertThat(platform.form(
                                reply,
                                reply,
                                lead,
                                Map.of("version", "1", "step", "back", "light", "green", "question", "Seit wann?"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(mails("Bei der Stelle „Sozialamt“ wurde zur Maßnahme „Kurse“ zurückgefragt."))
                .as("not to whoever did it")
                .hasSize(1);
        String close = round + "/schliessen";
        String version =
                platform.page(close, lead).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(platform.form(close, close, lead, Map.of("version", version)).statusCode())
                .isEqualTo(303);
        assertThat(mails("Die Berichtsrunde „Ampel“ ist geschlossen")).hasSize(1);
    }

    @Test
    void areWrittenToNobodyWhoDoesWithoutThem() throws Exception {
        String settings = "/" + county.slug() + "/benachrichtigungen";
        assertThat(platform.page(settings, lead).body())
                .contains("value=\"answered\" checked", "value=\"suggested\" checked");
        platform.form(settings, settings, lead, Map.of("kind", "suggested"));
        answer(first);
        answer(second);
        assertThat(mails("alle Fragen")).as("to the other lead").hasSize(1);
    }

    @Test
    void nameTheSuggestionThatWaitsForAnAnswer() throws Exception {
        String base = "/" + county.slug() + "/konferenzen";
        String conference = platform.form(
                        base + "/neu", base, lead, Map.of("name", "Konferenz 2028", "day", "2028-02-29"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        platform.form(
                conference + "/anregungen/neu",
                conference + "/anregungen",
                lead,
                Map.of("text", "Mehr Kurse\r\nam Abend", "goal", ""));
        assertThat(mails("Zur Konferenz „Konferenz 2028“"))
                .singleElement()
                .asString()
                .contains("Mehr Kurse am Abend", conference + "/anregungen/");
    }

    private void answer(UUID question) throws Exception {
        String page = link + "/" + question;
        assertThat(platform.form(page, page, "", Map.of("version", "0", "light", "green"))
                        .statusCode())
                .isEqualTo(303);
    }

    private List<String> mails(String words) throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).bodies(words));
    }
}
