package de.kreiskonzept.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guidance group with the seats of Waldshut 2019: eleven, twelve to thirteen with the option. */
@ExtendWith(PlatformUnderTest.Given.class)
class GuidanceGroupIT {
    private final PlatformUnderTest platform;
    private CommitteeSite site;
    private String group;

    GuidanceGroupIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void theGuidanceGroup() throws Exception {
        site = new CommitteeSite(platform);
        group = site.found("Lenkungsgruppe", "guidance_group", "");
        for (String field : List.of("Wohnen", "Arbeit", "Bildung")) {
            site.found(field, "working_group", group);
        }
        for (String name :
                List.of("Leitung", "Caritas", "Diakonie", "AWO", "Ehrenamt", "Migration", "Management", "Kommunen")) {
            site.rule(group, CommitteeSite.rule(name, "1"));
        }
        site.rule(
                group,
                CommitteeSite.rule("Arbeitskreise", "1"),
                "count",
                "per_committee",
                "setKind",
                "working_group",
                "appointment",
                "delegated");
        site.rule(
                group,
                CommitteeSite.rule("Kreistag", "1"),
                "count",
                "range",
                "most",
                "2",
                "condition",
                "falls gewünscht");
    }

    @Test
    void hasElevenSeatsAndTwelveToThirteenWithTheOption() throws Exception {
        assertThat(figures(group)).containsEntry("Soll", "11").containsEntry("Mit allen Möglichkeiten", "12 bis 13");
        assertThat(site.page(group))
                .contains("Ehrenamt: Ein Sitz ist nicht besetzt.", "möglich: 1 bis 2 (falls gewünscht)");

        String option = site.find(group, "href=\"(" + group + "/regeln/[0-9a-f-]{36})\">Kreistag");
        var fields = CommitteeSite.rule("Kreistag", "1");
        fields.putAll(Map.of("count", "range", "most", "2", "condition", "falls gewünscht", "takenUp", "2021-01-01"));
        assertThat(site.send(option, fields).statusCode()).isEqualTo(303);
        assertThat(figures(group)).containsEntry("Soll", "12 bis 13");
        assertThat(figures(group + "?am=2020-12-31")).containsEntry("Soll", "11");
        assertThat(site.send(option, fields).statusCode()).isEqualTo(412);
    }

    @Test
    void growsWithAFourthWorkingGroup() throws Exception {
        site.send(site.base, CommitteeSite.committee("Gesundheit", "working_group", group, "2022-05-01"));
        assertThat(figures(group + "?am=2022-04-30")).containsEntry("Soll", "11");
        assertThat(figures(group + "?am=2022-05-01"))
                .containsEntry("Soll", "12")
                .containsEntry("Mit allen Möglichkeiten", "13 bis 14");
        assertThat(site.page(site.base + "?am=2022-05-01")).contains("Soll 12, besetzt 0", "Gesundheit", "<svg");
    }

    @Test
    void showsWhoHoldsASeatAndWhoStandsIn() throws Exception {
        String seat = seat("Ehrenamt");
        assertThat(site.seat(group, seat, "Eva Muster", "2020-01-01", "").statusCode())
                .isEqualTo(303);
        assertThat(figures(group)).containsEntry("Besetzt", "1").containsEntry("Unbesetzt", "10");
        String term = site.find(group, "href=\"(" + group + "/amtszeiten/[0-9a-f-]{36})\"");
        String holder = term.substring(term.lastIndexOf('/') + 1);
        var deputy = Map.of("deputyOf", holder, "name", "Adam Beispiel", "from", "2020-01-01", "version", "");
        assertThat(site.send(group + "/amtszeiten", deputy).statusCode()).isEqualTo(303);
        assertThat(site.page(group)).contains("Stellvertretung: Adam Beispiel");
        assertThat(figures(group)).containsEntry("Besetzt", "1");
        assertThat(site.send(group + "/amtszeiten", deputy).body()).contains("höchstens 1 Stellvertretungen");

        String eva = site.find(group, "/personen/([0-9a-f-]{36})\">Eva Muster");
        var ended = Map.of("seat", seat, "person", eva, "from", "2020-01-01", "until", "2020-06-30", "version", "0");
        assertThat(site.send(term, ended).statusCode()).isEqualTo(303);
        assertThat(site.page(group))
                .contains("Die Amtszeit von Eva Muster endete am 30.06.2020", "Frühere Mitglieder")
                .doesNotContain("Stellvertretung: Adam");
        assertThat(figures(group + "?am=2020-06-30")).containsEntry("Besetzt", "1");
    }

    @Test
    void tellsWhoHoldsTwoSeats() throws Exception {
        site.seat(group, seat("Caritas"), "Eva Muster", "2020-01-01", "");
        String eva = site.find(group, "/personen/([0-9a-f-]{36})\">Eva Muster");
        var second = Map.of("seat", seat("Diakonie"), "person", eva, "from", "2020-01-01", "version", "");
        site.send(group + "/amtszeiten", second);
        assertThat(site.page(group)).contains("Eva Muster hat 2 Sitze dieses Gremiums zugleich.");
        assertThat(site.send(group + "/amtszeiten", second).body()).contains("denselben Sitz in dieser Zeit");
    }

    private String seat(String rule) throws Exception {
        return site.find(group, "/regeln/([0-9a-f-]{36})\">" + rule) + "|";
    }

    private Map<String, String> figures(String address) throws Exception {
        var figures = new HashMap<String, String>();
        Matcher found =
                Pattern.compile("<div><dt>([^<]+)</dt><dd>([^<]+)</dd></div>").matcher(site.page(address));
        while (found.find()) {
            figures.put(found.group(1), found.group(2));
        }
        return figures;
    }
}
