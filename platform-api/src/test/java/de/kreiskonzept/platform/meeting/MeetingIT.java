package de.kreiskonzept.platform.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.identity.Roles;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings and their agendas: what is planned, what is refused, and who sees what. */
@ExtendWith(PlatformUnderTest.Given.class)
class MeetingIT {
    private final PlatformUnderTest platform;
    private MeetingSite site;
    private String group;

    MeetingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aGroup() throws Exception {
        site = new MeetingSite(platform);
        group = site.found("Lenkungsgruppe", "dates", "15.06.2099\n14.09.2099");
    }

    @Test
    void plansAMeetingAndShowsItInBothLists() throws Exception {
        String meeting = site.plan(group, "onlineLink", "https://treffen.example/lg", "inviteDays", "14");
        assertThat(site.page(meeting))
                .contains("Montag, 16.03.2099", "18:00–20:00", "Saal 1", "https://treffen.example/lg", "02.03.2099");
        assertThat(site.page(group + "/sitzungen")).contains(meeting);
        assertThat(site.page(site.base + "/sitzungen", Roles.READER)).contains(meeting, "Lenkungsgruppe");
        assertThat(site.page(site.base + "/sitzungen?zeit=vergangen")).doesNotContain(meeting);
        assertThat(site.page(group)).contains(group + "/sitzungen");
    }

    @Test
    void keepsTheTimeOfDayWhenClocksChange() throws Exception {
        site.send(
                group + "/sitzungen",
                MeetingSite.meeting("repeat", "weeks", "every", "1", "times", "3", "day", "2099-03-23"));
        String list = site.page(group + "/sitzungen");
        assertThat(list).contains("23.03.2099", "30.03.2099", "06.04.2099", "3 Sitzungen");
        assertThat(list.split("18:00–20:00", -1)).hasSize(4);
    }

    @Test
    void plansOnTheDaysOfTheCommittee() throws Exception {
        site.send(group + "/sitzungen", MeetingSite.meeting("repeat", "dates", "every", "1"));
        assertThat(site.page(group + "/sitzungen")).contains("15.06.2099", "14.09.2099", "2 Sitzungen");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 31.02.2099, 'Geben Sie einen Tag an, zum Beispiel 31.12.2026.'",
        "day, 2019-12-31, Am 31.12.2019 ist das Gremium noch nicht gegründet.",
        "begin, 25:00, 'Geben Sie eine Uhrzeit an, zum Beispiel 18:00.'",
        "end, 18:00, Das Ende muss nach dem Beginn liegen.",
        "onlineLink, http://treffen.example, 'Geben Sie eine Adresse an, die mit https:// beginnt.'",
        "onlineLink, https://, 'Geben Sie eine Adresse an, die mit https:// beginnt.'",
        "inviteDays, 91, Geben Sie eine ganze Zahl von 0 bis 90 an.",
        "repeat, weeks, Geben Sie einen letzten Tag oder eine Anzahl an.",
        "repeat, daily, 'Wählen Sie, wie die Sitzung wiederholt wird.'"
    })
    void saysWhatIsWrongWithAMeeting(String field, String value, String sentence) throws Exception {
        var refused = site.send(
                group + "/sitzungen", MeetingSite.meeting("title", "Sondertreffen", "every", "1", field, value));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence, "value=\"Sondertreffen\"");
    }

    @Test
    void refusesATimeThatTheClockLeavesOut() throws Exception {
        var refused = site.send(
                group + "/sitzungen", MeetingSite.meeting("day", "2099-03-29", "begin", "02:30", "end", "04:00"));
        assertThat(refused.body()).contains("Diese Uhrzeit gibt es an dem Tag nicht");
    }

    @Test
    void refusesAMeetingOfADissolvedCommittee() throws Exception {
        String gone = site.found("Altes Netzwerk", "dissolved", "2024-01-01");
        assertThat(site.send(gone + "/sitzungen", MeetingSite.meeting()).body())
                .contains("Am 16.03.2099 ist das Gremium aufgelöst.");
    }

    @Test
    void takesAMeetingInThePastOnceSomebodyMeansIt() throws Exception {
        var refused = site.send(group + "/sitzungen", MeetingSite.meeting("day", "2024-03-18"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Der Termin liegt in der Vergangenheit.", "name=\"past\"");
        String meeting = site.plan(group, "day", "2024-03-18", "past", "ja");
        assertThat(site.page(site.base + "/sitzungen?zeit=vergangen")).contains(meeting);
        assertThat(site.page(meeting)).contains("Die Tagesordnung ist noch leer.");
        site.item(meeting, "Bericht");
        assertThat(site.send(meeting + "/gehalten", Map.of("version", "0")).statusCode())
                .isEqualTo(303);
        assertThat(site.page(meeting)).contains("stattgefunden", "Es fehlt die Anwesenheit.");
    }

    @Test
    void numbersMovesAndDeletesItems() throws Exception {
        String meeting = site.plan(group);
        String first = site.item(meeting, "Begrüßung");
        String second = site.item(meeting, "Konzept");
        site.item(meeting, "Handlungsfeld Sprache", "parent", second);
        assertThat(site.send(meeting + "/punkte/" + second + "/verschieben", Map.of("version", "3", "richtung", "hoch"))
                        .statusCode())
                .isEqualTo(303);
        String page = site.page(meeting);
        assertThat(page).contains(">1.1</td>");
        assertThat(page.indexOf(">Konzept<")).isLessThan(page.indexOf(">Begrüßung<"));
        assertThat(site.send(meeting + "/punkte/" + second + "/loeschen", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.page(meeting)).doesNotContain("Handlungsfeld Sprache").contains(first);
    }

    @Test
    void losesNothingWhenTwoClerksEditOneAgenda() throws Exception {
        String meeting = site.plan(group);
        String item = site.item(meeting, "Konzept");
        String address = meeting + "/punkte/" + item;
        site.send(address, Map.of("title", "Konzept, erste Lesung", "version", "0"));
        var late = site.send(address, Map.of("title", "Konzept, zweite Fassung", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("Konzept, erste Lesung", "value=\"Konzept, zweite Fassung\"");
        site.item(meeting, "Verschiedenes");
        assertThat(site.send(address + "/verschieben", Map.of("version", "1", "richtung", "runter"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(site.page(meeting)).contains("Konzept, erste Lesung", "Verschiedenes");
    }

    @Test
    void showsItemsThatAreNotPublicToLeadAndMembersOfTheCommitteeAlone() throws Exception {
        String meeting = site.plan(group);
        site.item(meeting, "Begrüßung");
        String closed = site.item(meeting, "Personalsache", "closed", "ja");
        site.item(meeting, "Verschiedenes");
        var members = new Members(platform, site.county);
        String member = Members.cookie(members.of(MeetingSite.id(group)));
        String chair = Members.cookie(members.chairOf(MeetingSite.id(group)));
        assertThat(platform.page(meeting, chair).body()).contains("Personalsache");
        assertThat(platform.page(meeting, member).body()).doesNotContain("Personalsache");
        site.send(meeting + "/einladung", Map.of("version", "0"));
        assertThat(platform.page(meeting, member).body()).contains("Personalsache", "nichtöffentlich", ">3</td>");
        for (String role : new String[] {Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.MEMBER}) {
            assertThat(site.page(meeting, role)).contains("Verschiedenes").doesNotContain("Personalsache", ">3</td>");
        }
        assertThat(site.send(meeting + "/punkte", Map.of("title", "Gehalt", "parent", closed))
                        .body())
                .contains("Der Punkt darüber ist nichtöffentlich.");
        assertThat(site.page(site.base + "/suche?q=Personalsache")).doesNotContain(">Personalsache<");
    }

    @Test
    void carriesItemsOverWithLinksInBothDirections() throws Exception {
        String before = site.plan(group, "day", "2099-02-02");
        String open = site.item(before, "Offene Frage");
        String meeting = site.plan(group);
        assertThat(site.page(meeting + "/punkte/uebernehmen")).contains("Offene Frage");
        site.send(meeting + "/punkte/uebernehmen", Map.of("punkt", open));
        assertThat(site.page(meeting)).contains("Offene Frage", before + "\">aus der Sitzung vom 02.02.2099");
        assertThat(site.page(before)).contains(meeting + "\">weiter in der Sitzung vom 16.03.2099");
        assertThat(site.page(meeting + "/punkte/uebernehmen")).contains("Es gibt keine Punkte früherer Sitzungen");
        String other = site.plan(site.found("Netzwerk"));
        assertThat(site.send(other + "/punkte/uebernehmen", Map.of("punkt", open))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void beginsAnAgendaWithATemplate() throws Exception {
        var template = Map.of("name", "Üblich", "items", "Begrüßung\n- Anwesenheit\nPersonal (nichtöffentlich)");
        assertThat(site.send(group + "/tagesordnungen", template).statusCode()).isEqualTo(303);
        assertThat(site.send(group + "/tagesordnungen", template).body()).contains("Diese Vorlage gibt es");
        String meeting = site.plan(group);
        String id = site.find(meeting, "name=\"template\" value=\"([^\"]+)\"");
        site.send(meeting + "/tagesordnung/vorlage", Map.of("template", id));
        assertThat(site.page(meeting)).contains(">1.1</td>", "Anwesenheit");
        assertThat(site.page(meeting, Roles.READER)).contains("Anwesenheit").doesNotContain("Personal");
    }

    @Test
    void cancelsWithAReasonAndThenChangesNothing() throws Exception {
        String meeting = site.plan(group);
        assertThat(site.send(meeting + "/absagen", Map.of("reason", " ", "version", "0"))
                        .body())
                .contains("Schreiben Sie, warum die Sitzung ausfällt.");
        site.send(meeting + "/absagen", Map.of("reason", "Zu viele Absagen", "version", "0"));
        assertThat(site.page(meeting)).contains("Diese Sitzung ist abgesagt", "Zu viele Absagen");
        assertThat(site.send(meeting + "/punkte", Map.of("title", "Zu spät")).statusCode())
                .isEqualTo(409);
        assertThat(site.send(meeting + "/loeschen", Map.of("version", "1")).statusCode())
                .isEqualTo(409);
        assertThat(site.send(group + "/loeschen", Map.of("version", "0")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void readsAnAgendaWithSixtyItemsInThreeStatements() throws Exception {
        String meeting = site.plan(group);
        var lines = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            lines.append(i % 5 == 1 ? "" : "- ")
                    .append("Punkt Nummer ")
                    .append(i)
                    .append('\n');
        }
        site.send(group + "/tagesordnungen", Map.of("name", "Lang", "items", lines.toString()));
        String id = site.find(meeting, "name=\"template\" value=\"([^\"]+)\"");
        site.send(meeting + "/tagesordnung/vorlage", Map.of("template", id));
        var sent = platform.bean(Statements.class);
        sent.forget();
        assertThat(site.page(meeting)).contains("Punkt Nummer 60", ">12.4</td>");
        assertThat(sent.about("meeting")).hasSizeLessThanOrEqualTo(3);
    }
}
