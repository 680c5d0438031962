package de.kreiskonzept.platform.participation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A comment round from its first word to the answer to everything that was said. */
@ExtendWith(PlatformUnderTest.Given.class)
class CommentRoundIT {
    private final PlatformUnderTest platform;
    private CommentSample sample;

    CommentRoundIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aDraft() throws Exception {
        sample = new CommentSample(platform);
    }

    @Test
    void invitesPeopleByMailAndNetworksByALink() throws Exception {
        assertThat(sample.page(sample.base)).contains("Noch keine Kommentierung");
        String round = sample.round();
        assertThat(sample.page(round)).contains("Eva Muster", "eva@verein.example", "Netzwerk Asyl");
        assertThat(mails()).as("nothing is sent before").isEmpty();
        String open = round + "/oeffnen";
        assertThat(sample.page(open)).contains("1 Person bekommt eine E-Mail", "1 Netzwerk");
        sample.post(open, open, Map.of("version", "0"));
        assertThat(mails()).singleElement().asString().contains("Bitte lesen Sie den Entwurf.", "/mitreden/");
        assertThat(sample.post(open, open, Map.of("version", "0")).statusCode()).isNotEqualTo(303);
        assertThat(sample.shared(round)).isNotEqualTo(sample.shared(round));

        sample.post(
                round + "/einladen",
                round + "/einladen",
                Map.of("people", "Eva M.; EVA@verein.example\nJo Neu; jo@verein.example", "networks", "Netzwerk Asyl"));
        assertThat(sample.page(round)).contains("Jo Neu").doesNotContain("Eva M.");
        assertThat(mails()).as("one more, to whom was not invited before").hasSize(2);
    }

    @Test
    void opensNothingThatInvitesNobodyOrWithoutADraft() throws Exception {
        String round = sample.round();
        for (String name : List.of("Eva Muster", "Netzwerk Asyl")) {
            sample.post(round, sample.action(round, name, "entfernen"), Map.of());
        }
        String open = round + "/oeffnen";
        var refused = sample.post(open, open, Map.of("version", "0"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Es ist niemand eingeladen");
        assertThat(sample.page(round)).as("it is still a draft").contains("Entwurf", "/loeschen");

        Workspace empty = platform.county();
        String base = "/" + empty.slug() + "/beteiligung";
        var without = platform.form(
                base + "/neu", base, platform.cookie(empty, Roles.LEAD), Map.of("name", "K", "deadline", "2028-02-29"));
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.body()).contains("Es gibt keinen Entwurf");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var refused = sample.post(
                sample.base + "/neu", sample.base, Map.of("whom", "Vereine im Kreis", "deadline", "2020-02-29"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Geben Sie der Kommentierung einen Namen.", "Dieser Tag liegt in der Vergangenheit")
                .contains("value=\"Vereine im Kreis\"");
        String round = sample.round();
        var faulty = sample.post(
                round + "/einladen", round + "/einladen", Map.of("people", "Jo; jo@verein.example\nAda ohne Adresse"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("Prüfen Sie diese Zeilen: 2.", "Ada ohne Adresse");
        assertThat(sample.page(round)).doesNotContain("jo@verein.example");
    }

    @Test
    void showsAndAnswersWhatWasSaid() throws Exception {
        String round = sample.opened();
        String link = sample.mailed();
        String shared = sample.shared(round);
        sample.say(link, Map.of("kind", "comment", "text", "Gut so", "named", "ja"));
        sample.say(shared, "goal", "Alle lernen Deutsch.");
        String reader = platform.cookie(sample.county, Roles.READER);
        String board = round + "/beitraege";
        assertThat(platform.page(board, reader).body()).contains("Keine Beiträge");
        assertThat(sample.page("/" + sample.county.slug() + "/"))
                .contains("Beiträge zum Entwurf beantworten", "2 offen");
        assertThat(sample.page(board)).contains("Gut so", "Eva Muster", "Alle lernen Deutsch.", "Netzwerk Asyl");
        assertThat(sample.page(board + "?zustand=verborgen")).contains("Keine Beiträge");
        assertThat(sample.page(board + "?abschnitt=" + sample.section))
                .contains("Alle lernen Deutsch.")
                .doesNotContain("Gut so");

        String whole = sample.contribution(round, "Gut so");
        assertThat(sample.post(whole, whole + "/zeigen", Map.of("version", "0")).statusCode())
                .isEqualTo(303);
        assertThat(sample.post(whole, whole + "/verbergen", Map.of("version", "0"))
                        .statusCode())
                .as("somebody else was faster")
                .isEqualTo(412);
        assertThat(platform.page(shared, "").body()).contains("Gut so", "Eva Muster");
        assertThat(platform.page(board, reader).body()).contains("Gut so").doesNotContain("Alle lernen", "/verbergen");

        String goal = sample.contribution(round, "Alle lernen Deutsch.");
        assertThat(sample.post(goal, goal, Map.of("version", "0", "decision", "refused", "answer", ""))
                        .statusCode())
                .isEqualTo(422);
        sample.post(goal, goal + "/zeigen", Map.of("version", "0"));
        var answer = Map.of("version", "1", "decision", "refused", "answer", "Das steht im nächsten Ziel.");
        assertThat(sample.post(goal, goal, answer).statusCode()).isEqualTo(303);
        assertThat(sample.post(goal, goal, answer).statusCode()).isEqualTo(412);
        sample.close(round);
        assertThat(platform.page(link, "").body())
                .contains("Alle lernen Deutsch.", "Das steht im nächsten Ziel.", "nicht übernommen");
        assertThat(sample.page(board + "?zustand=unbeantwortet"))
                .contains("Gut so")
                .doesNotContain("Alle lernen Deutsch.");
    }

    @Test
    void namesNobodyWhoDidNotAgree() throws Exception {
        String round = sample.opened();
        sample.say(sample.mailed(), "comment", "Ohne Namen");
        String said = sample.contribution(round, "Ohne Namen");
        sample.post(said, said + "/zeigen", Map.of("version", "0"));
        String shared = platform.page(sample.shared(round), "").body();
        String reader = platform.page(round + "/beitraege", platform.cookie(sample.county, Roles.EDITOR))
                .body();
        assertThat(shared).contains("Ohne Namen").doesNotContain("Eva Muster");
        assertThat(reader).contains("Ohne Namen").doesNotContain("Eva Muster");
        assertThat(platform.page(round, platform.cookie(sample.county, Roles.READER))
                        .body())
                .doesNotContain("Eva Muster", "verein.example", "Netzwerk Asyl");
    }

    @Test
    void opensTheFormOfTheDraftBesideWhatWasTaken() throws Exception {
        String round = sample.opened();
        String link = sample.mailed();
        sample.say(link, "measure", "Kurse im Ferienlager");
        sample.say(link, "goal", "Kurse sind kostenlos.");
        sample.say(link, "comment", "Bitte auch mit dem Bus.");
        String measure = sample.contribution(round, "Kurse im Ferienlager");
        assertThat(platform.page(measure + "/uebernehmen", sample.lead).statusCode())
                .as("not decided yet")
                .isEqualTo(404);
        String konzept = "/" + sample.county.slug() + "/konzept";
        takes(measure);
        assertThat(sample.page(measure + "/uebernehmen")).contains("Neue Maßnahme im Entwurf");
        assertThat(sample.post(
                                measure + "/uebernehmen",
                                konzept + "/neu/massnahmen",
                                Map.of(
                                        "abschnitt", sample.section.toString(),
                                        "goals", sample.goal.toString(),
                                        "text", "Kurse im Ferienlager"))
                        .statusCode())
                .isEqualTo(303);
        String goal = sample.contribution(round, "Kurse sind kostenlos.");
        takes(goal);
        String sheet = sample.page(goal + "/uebernehmen");
        assertThat(sheet).contains("Neues Ziel im Entwurf", konzept + "/neu/ziele", sample.section.toString());
        String comment = sample.contribution(round, "Bitte auch mit dem Bus.");
        takes(comment);
        assertThat(sample.page(comment + "/uebernehmen"))
                .contains("Bitte auch mit dem Bus.", konzept + "/ziele/" + sample.goal + "/bearbeiten");
        assertThat(platform.page(link, "").body()).contains("Kurse im Ferienlager");
    }

    private void takes(String contribution) throws Exception {
        var taken = sample.post(contribution, contribution, Map.of("version", "0", "decision", "taken", "answer", ""));
        assertThat(taken.statusCode()).isEqualTo(303);
    }

    @Test
    void belongsToItsCountyAndItsRound() throws Exception {
        String round = sample.opened();
        sample.say(sample.mailed(), "comment", "Gut so");
        String said = sample.contribution(round, "Gut so");
        String invitee = sample.action(round, "Eva Muster", "sperren");
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        for (String path : List.of(round, round + "/beitraege", said, round + "/bearbeiten", round + "/einladen")) {
            assertThat(platform.page(path.replace(sample.county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
        String second = sample.round();
        assertThat(platform.page(said.replace(round, second), sample.lead).statusCode())
                .isEqualTo(404);
        assertThat(sample.post(second, invitee.replace(round, second), Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isLedByTheLeadAlone() throws Exception {
        String round = sample.opened();
        sample.say(sample.mailed(), "comment", "Gut so");
        String said = sample.contribution(round, "Gut so");
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            String cookie = platform.cookie(sample.county, role);
            assertThat(platform.page(round, cookie).statusCode()).isEqualTo(200);
            for (String path : List.of(round + "/bearbeiten", round + "/einladen", round + "/schliessen", said)) {
                assertThat(platform.page(path, cookie).statusCode()).isEqualTo(403);
            }
            assertThat(platform.form(round, said + "/zeigen", cookie, Map.of("version", "0"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private List<String> mails() throws Exception {
        return platform.in(
                sample.county, () -> platform.bean(Mailbag.class).bodies("Mit diesem persönlichen Link lesen Sie"));
    }
}
