package de.kreiskonzept.platform.resolution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.PaperSite;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paper on its way through the committees. */
@ExtendWith(PlatformUnderTest.Given.class)
class ChainIT {
    private final PlatformUnderTest platform;
    private PaperSite site;
    private String paper;
    private String social;
    private String council;

    ChainIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aPaper() throws Exception {
        site = new PaperSite(platform);
        paper = site.begin();
        social = site.found("Sozialausschuss", "council_committee");
        council = site.found("Kreistag", "county_council");
    }

    @Test
    void theCommitteeThatDecidesOnTheConceptAdoptsIt() throws Exception {
        decider(council);
        String first = site.turn(paper, social, "preliminary", "public");
        String second = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        assertThat(site.page(paper)).contains("Vorberatung: Sozialausschuss, vorgesehen am 27.11.2017.");
        assertThat(site.vote(first, "approved", Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(paper)).contains("in Beratung", "Sozialausschuss am 11.12.2017. Ergebnis: beschlossen.");
        assertThat(version()).doesNotContain("Vorlage 82/2017");

        String sentence = URLEncoder.encode("Der Kreistag stimmt mit 43 Ja, 2 Nein zu.", StandardCharsets.UTF_8);
        assertThat(site.page(second + "/ergebnis?satz=" + sentence))
                .contains("name=\"yes\" type=\"text\" value=\"43\"", "value=\"2\"", "Dieses Gremium beschließt");
        assertThat(site.vote(second, "majority", Map.of("yes", "43", "no", "2")).statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper))
                .contains("43 Ja, 2 Nein. Mehrheit erreicht")
                .doesNotContain("0 Enthaltungen", "keine Enthaltung", "/beratungen/neu");
        assertThat(version()).contains("Kreistag", "Vorlage 82/2017", "11.12.2017");
        String decision = site.find(paper, "(?s)43 Ja, 2 Nein.*?(/[a-z0-9-]+/beschluesse/[0-9a-f-]{36})");
        assertThat(site.page(decision)).contains("Dem Konzept wird zugestimmt.", "nicht bekannt", "<dd>43</dd>");
    }

    @Test
    void postponedIsNotAdoptedAndTheSameCommitteeComesAgain() throws Exception {
        decider(council);
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        assertThat(site.vote(turn, "postponed", Map.of("text", "", "nextDay", "2018-01-15"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).contains("vertagt", "15.01.2018");
        assertThat(version()).doesNotContain("Vorlage 82/2017");
        String again = site.find(paper, "href=\"(" + paper + "/beratungen/[0-9a-f-]{36})/ergebnis\"");
        assertThat(again).isNotEqualTo(turn);
        assertThat(site.vote(again, "rejected", Map.of("yes", "2", "no", "43")).statusCode())
                .isEqualTo(303);
        assertThat(site.page(paper)).contains("abgelehnt", "Mehrheit nicht erreicht");
        assertThat(version()).doesNotContain("Vorlage 82/2017");
    }

    @Test
    void adoptsNothingBeforeSomebodySaidWhichCommitteeDecides() throws Exception {
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        assertThat(site.page(turn + "/ergebnis")).contains("Niemand hat festgelegt", "/vorlagen/beschlussgremium");
        var refused = site.vote(turn, "unanimous", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("welches Gremium über das Konzept beschließt");
        assertThat(site.page(paper)).contains("noch nicht beraten");
        decider(social);
        assertThat(site.vote(turn, "unanimous", Map.of()).statusCode()).isEqualTo(303);
        assertThat(version()).doesNotContain("Vorlage 82/2017");
    }

    @Test
    void whatWasApprovedWithChangesIsAdoptedByPeople() throws Exception {
        decider(council);
        String turn = site.turn(paper, council, "decision", "public");
        site.submit(paper);
        assertThat(site.vote(turn, "amended", Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page(paper)).contains("mit Änderungen beschlossen");
        assertThat(version()).doesNotContain("Vorlage 82/2017");
    }

    @ParameterizedTest
    @CsvSource({
        "yes, 44, Es sind mehr Stimmen eingetragen als die 45 Anwesenden haben.",
        "yes, viele, Geben Sie eine ganze Zahl an",
        "no, 30, Nach diesen Zahlen kam die Mehrheit nicht zustande.",
        "members, 44, Es können nicht mehr Stimmberechtigte anwesend sein",
        "day, 2017-02-31, Geben Sie den Tag der Sitzung an.",
        "day, 2999-01-01, Geben Sie den Tag der Sitzung an.",
        "result, gut, Wählen Sie das Ergebnis der Beratung.",
        "result, noted, Bei diesem Ergebnis wurde nichts entschieden.",
        "result, unanimous, Einstimmig ist ein Beschluss nur ohne Gegenstimme",
        "text, '', 'Schreiben Sie, was beschlossen oder abgelehnt wurde.'"
    })
    void refusesVotesThatCannotBe(String field, String value, String sentence) throws Exception {
        String turn = site.turn(paper, social, "decision", "public");
        site.submit(paper);
        var votes = new HashMap<>(Map.of("yes", "20", "no", "2", "present", "45"));
        votes.put(field, value);
        if (field.equals("no")) {
            votes.put("yes", "15");
        }
        var refused = site.vote(turn, votes.getOrDefault("result", "majority"), votes);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence, "value=\"45\"");
    }

    @Test
    void nothingIsVotedOnBeforeItIsSentOrAfterItIsClosed() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        assertThat(site.vote(turn, "approved", Map.of()).body()).contains("noch ein Entwurf");
        site.submit(paper);
        assertThat(site.vote(turn, "approved", Map.of("version", "7")).statusCode())
                .isEqualTo(412);
        site.vote(turn, "approved", Map.of());
        var late = site.vote(turn, "rejected", Map.of("version", "1"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Das Ergebnis dieser Beratung ist festgehalten.");
        assertThat(platform.page(turn + "/ergebnis", site.lead).statusCode()).isEqualTo(409);
        assertThat(site.send(turn + "/loeschen", Map.of("version", "1")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void noPaperGoesToADissolvedCommittee() throws Exception {
        site.send(
                "/" + site.county.slug() + "/gremien/" + social + "/bearbeiten",
                Map.of(
                        "name",
                        "Sozialausschuss",
                        "kind",
                        "council_committee",
                        "rank",
                        "2",
                        "founded",
                        "2010-01-01",
                        "dissolved",
                        "2016-12-31",
                        "version",
                        "0"));
        var turn = Map.of("committee", social, "role", "preliminary", "publicity", "public", "day", "2017-11-27");
        var refused = site.send(paper + "/beratungen", turn);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("„Sozialausschuss“ ist seit dem 31.12.2016 aufgelöst");
        var earlier = new HashMap<>(turn);
        earlier.put("day", "2016-11-27");
        assertThat(site.send(paper + "/beratungen", earlier).statusCode()).isEqualTo(303);
    }

    @Test
    void aCommitteeThatPapersNameIsNotDeleted() throws Exception {
        String turn = site.turn(paper, social, "preliminary", "public");
        String committee = "/" + site.county.slug() + "/gremien/" + social + "/loeschen";
        var refused = site.send(committee, Map.of("version", "0"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Vorlagen oder Beschlüsse nennen dieses Gremium");
        site.send(turn + "/loeschen", Map.of("version", "0"));
        assertThat(site.send(committee, Map.of("version", "0")).statusCode()).isEqualTo(303);
    }

    @Test
    void turnsChangePlacesAndOnlyOneIsAuthoritative() throws Exception {
        String first = site.turn(paper, social, "decision", "unknown");
        var second = Map.of(
                "committee", council, "role", "decision", "publicity", "public", "day", "", "authoritative", "true");
        assertThat(site.send(paper + "/beratungen", second).body())
                .contains("Eine andere Beratung ist schon maßgeblich.");
        assertThat(site.send(
                                first,
                                Map.of(
                                        "committee",
                                        social,
                                        "role",
                                        "preliminary",
                                        "publicity",
                                        "unknown",
                                        "version",
                                        "0"))
                        .statusCode())
                .isEqualTo(303);
        site.send(paper + "/beratungen", second);
        assertThat(site.page(paper)).containsPattern("(?s)>Sozialausschuss</a>.*>Kreistag</a>");
        site.send(first + "/runter", Map.of());
        assertThat(site.page(paper)).containsPattern("(?s)>Kreistag</a>.*>Sozialausschuss</a>");
        var wrong = site.send(
                paper + "/beratungen", Map.of("committee", "x", "role", "x", "publicity", "x", "day", "31.02.2020"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Wählen Sie ein Gremium", "was das Gremium mit der Vorlage", "ob die Sitzung");
    }

    @Test
    void whatIsNotPublicIsNotForReaders() throws Exception {
        String first = site.turn(paper, social, "preliminary", "non_public");
        site.turn(paper, council, "decision", "public");
        site.submit(paper);
        site.vote(first, "approved", Map.of());
        String reader = platform.cookie(site.county, Roles.READER);
        String member = Members.cookie(new Members(platform, site.county).of(social));
        String register = "/" + site.county.slug() + "/beschluesse";
        assertThat(platform.page(paper, member).body()).contains("Sozialausschuss", "nichtöffentlich");
        assertThat(platform.page(paper, reader).statusCode()).isEqualTo(404);
        assertThat(platform.page(register, member).body()).contains("Dem Konzept wird zugestimmt.");
        assertThat(platform.page(register, reader).body())
                .contains("Noch kein Beschluss")
                .doesNotContain("zugestimmt");
        assertThat(file(register + ".csv", member)).contains("zugestimmt");
        assertThat(file(register + ".csv", reader)).doesNotContain("zugestimmt");
        assertThat(platform.page(first + "/ergebnis", member).statusCode()).isEqualTo(403);
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        for (String path : List.of(first, first + "/ergebnis", first + "/loeschen", paper + "/beratungen/neu")) {
            assertThat(platform.page(path.replace(site.county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private String file(String path, String cookie) throws Exception {
        return platform.send(platform.request(path).header("Accept", "*/*").header("Cookie", cookie))
                .body();
    }

    private void decider(String committee) throws Exception {
        assertThat(site.send(site.base + "/beschlussgremium", Map.of("committee", committee))
                        .statusCode())
                .isEqualTo(303);
    }

    private String version() throws Exception {
        return site.page("/" + site.county.slug() + "/konzept/fassungen/" + site.version);
    }
}
