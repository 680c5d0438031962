package de.kreiskonzept.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.committee.seat.Terms;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Committees, their rules and the people in them: what is refused, who sees what, and what is deleted. */
@ExtendWith(PlatformUnderTest.Given.class)
class CommitteeIT {
    private final PlatformUnderTest platform;
    private CommitteeSite site;
    private String board;

    CommitteeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aBoard() throws Exception {
        site = new CommitteeSite(platform);
        board = site.found("Migrationsbeirat", "advisory_board", "");
    }

    @Test
    void keepsTheFormerNameWhereANewOneHolds() throws Exception {
        var fields = CommitteeSite.committee("Integrationsbeirat", "advisory_board", "", "2020-01-01");
        fields.put("renamed", "2023-01-01");
        site.send(board + "/bearbeiten", fields);
        assertThat(site.page(board)).contains("Integrationsbeirat", "Name bis 31.12.2022");
        assertThat(site.page(board + "?am=2022-12-31"))
                .contains("Migrationsbeirat")
                .doesNotContain("Integrationsbeirat");
        assertThat(site.send(board + "/bearbeiten", fields).statusCode()).isEqualTo(412);
    }

    @Test
    void refusesCirclesOfReports() throws Exception {
        String below = site.found("Arbeitskreis", "working_group", board);
        var turned = CommitteeSite.committee("Migrationsbeirat", "advisory_board", below, "2020-01-01");
        var refused = site.send(board + "/bearbeiten", turned);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("auf Umwegen an sich selbst", "href=\"#f-reportsTo\"");
    }

    @Test
    void refusesCirclesOfDelegation() throws Exception {
        String council = site.found("Kreistag", "county_council", "");
        String councilId = council.substring(council.lastIndexOf('/') + 1);
        String boardId = board.substring(board.lastIndexOf('/') + 1);
        var rule = CommitteeSite.rule("Entsandte", "1");
        assertThat(site.rule(board, rule, "appointment", "delegated", "delegatedBy", councilId)
                        .statusCode())
                .isEqualTo(303);
        var refused = site.rule(council, rule, "appointment", "delegated", "delegatedBy", boardId);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("in sich selbst entsenden", "value=\"Entsandte\"");
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Geben Sie dem Gremium einen Namen.",
        "kind, other, 'Schreiben Sie, was das Gremium ist.'",
        "kind, verein, 'Wählen Sie, was das Gremium ist.'",
        "rank, 0, Geben Sie eine ganze Zahl von 1 bis 9 an.",
        "founded, 2020-02-31, 'Geben Sie einen Tag an, zum Beispiel 31.12.2026.'",
        "dissolved, 2019-12-31, Das Ende darf nicht vor dem Beginn liegen.",
        "dates, 31.02.2026, Schreiben Sie je Zeile einen Tag wie 31.12.2026",
        "reportsTo, Kreistag, Wählen Sie ein anderes Gremium aus der Liste."
    })
    void saysWhatIsWrongWithACommittee(String field, String value, String sentence) throws Exception {
        var fields = CommitteeSite.committee("Beirat", "advisory_board", "", "2020-01-01");
        fields.put(field, value);
        var refused = site.send(site.base, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 0, Geben Sie eine ganze Zahl von 1 bis 500 an.",
        "count, alle, 'Wählen Sie, wie die Sitze gezählt werden.'",
        "appointment, delegated, 'Wählen Sie das Gremium, das entsendet.'",
        "takenUp, 2020-01-01, 'Schreiben Sie, unter welcher Bedingung es diese Sitze gibt.'",
        "organisations, Caritas, Wählen Sie Organisationen aus der Liste",
        "until, 2020-13-01, 'Geben Sie einen Tag an, zum Beispiel 31.12.2026.'"
    })
    void saysWhatIsWrongWithARule(String field, String value, String sentence) throws Exception {
        var refused = site.rule(board, CommitteeSite.rule("Ehrenamt", "1"), field, value);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence, "value=\"Ehrenamt\"");
    }

    @Test
    void refusesARangeThatBeginsAboveItsEndAndASetWithoutNames() throws Exception {
        var rule = CommitteeSite.rule("Kreistag", "3");
        assertThat(site.rule(board, rule, "count", "range", "most", "2").body())
                .contains("„Höchstens“ darf nicht kleiner sein");
        assertThat(site.rule(board, rule, "count", "per_name", "setNames", "Gelb\nGelb")
                        .body())
                .contains("jeden nur einmal");
        assertThat(site.rule(board, rule, "count", "per_name", "setNames", "Gelb; 01.07.2024\nBlau")
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(board + "?am=2024-06-30"))
                .contains("Kreistag (Blau)")
                .doesNotContain("Kreistag (Gelb)");
    }

    @Test
    void deletesOnlyWhatNobodyNeeds() throws Exception {
        String below = site.found("Arbeitskreis", "working_group", board);
        assertThat(site.send(board + "/loeschen", Map.of("version", "0")).statusCode())
                .isEqualTo(409);
        site.rule(below, CommitteeSite.rule("Ehrenamt", "1"));
        String rule = site.find(below, "href=\"(" + below + "/regeln/[0-9a-f-]{36})\"");
        site.seat(below, rule.substring(rule.lastIndexOf('/') + 1) + "|", "Eva Muster", "2020-01-01", "");
        for (String used : List.of(below, rule)) {
            assertThat(site.send(used + "/loeschen", Map.of("version", "0")).statusCode())
                    .isEqualTo(409);
        }
        String term = site.find(below, "href=\"(" + below + "/amtszeiten/[0-9a-f-]{36})\"");
        for (String free : List.of(term, rule, below, board)) {
            assertThat(site.send(free + "/loeschen", Map.of("version", "0")).statusCode())
                    .isEqualTo(303);
        }
        assertThat(site.page(site.base)).contains("Noch kein Gremium");
    }

    @Test
    void showsFormerMembersToTheLeadAloneAndForgetsThem() throws Exception {
        site.rule(board, CommitteeSite.rule("Ehrenamt", "2"));
        String rule = site.find(board, "/regeln/([0-9a-f-]{36})\"");
        site.seat(board, rule + "|", "Frieda Früher", "2020-01-01", "2020-12-31");
        site.seat(board, rule + "|", "Jana Jetzt", "2020-01-01", "");
        String reader = platform.cookie(site.county, Roles.READER);
        assertThat(site.page(board)).contains("Frieda Früher", "Jana Jetzt");
        for (String day : List.of("", "?am=2020-06-01")) {
            assertThat(platform.page(board + day, reader).body())
                    .contains("Jana Jetzt")
                    .doesNotContain("Frieda", "/bearbeiten", "/personen/", "/amtszeiten/");
        }
        String jana = site.find(board, "(/[a-z0-9-]+/gremien/personen/[0-9a-f-]{36})\">Jana");
        assertThat(site.send(jana + "/loeschen", Map.of("version", "0")).statusCode())
                .isEqualTo(409);

        platform.job(site.county, "forget former members", () -> {
            platform.bean(Terms.class).forgetFormer();
            return 0;
        });
        assertThat(site.page(board))
                .contains("eine ausgeschiedene Person", "Jana Jetzt")
                .doesNotContain("Frieda");
    }

    @Test
    void belongsToItsCountyAndToTheLead() throws Exception {
        site.rule(board, CommitteeSite.rule("Ehrenamt", "1"));
        String rule = site.find(board, "href=\"(" + board + "/regeln/[0-9a-f-]{36})\"");
        site.seat(board, rule.substring(rule.lastIndexOf('/') + 1) + "|", "Eva Muster", "2020-01-01", "");
        String term = site.find(board, "href=\"(" + board + "/amtszeiten/[0-9a-f-]{36})\"");
        String person = site.find(board, "(/[a-z0-9-]+/gremien/personen/[0-9a-f-]{36})\"");
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);
        String editor = platform.cookie(site.county, Roles.EDITOR);
        for (String path : List.of(board + "/bearbeiten", rule, term, person, board + "/loeschen")) {
            assertThat(platform.page(path.replace(site.county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(platform.page(path, editor).statusCode()).isEqualTo(403);
        }
        String elsewhere = site.found("Netzwerk", "network", "");
        assertThat(platform.page(rule.replace(board, elsewhere), site.lead).statusCode())
                .isEqualTo(404);
        assertThat(platform.page(term.replace(board, elsewhere), site.lead).statusCode())
                .isEqualTo(404);
    }

    @Test
    void readsAllSeatsInThreeStatements() throws Exception {
        var sent = platform.bean(Statements.class);
        for (String page : List.of(site.base, board)) {
            sent.forget();
            site.page(page);
            assertThat(sent.about("committee")).hasSize(3);
        }
    }

    @Test
    void keepsWhatWasTypedForATerm() throws Exception {
        site.rule(board, CommitteeSite.rule("Ehrenamt", "1"));
        var refused = site.send(
                board + "/amtszeiten",
                new HashMap<>(
                        Map.of("seat", "x", "name", "Eva Muster", "from", "2020-02-30", "until", "", "version", "")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Wählen Sie einen Sitz dieses Gremiums.", "Geben Sie einen Tag an", "value=\"Eva Muster\"");
    }
}
