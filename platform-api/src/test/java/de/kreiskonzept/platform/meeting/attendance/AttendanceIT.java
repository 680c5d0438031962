package de.kreiskonzept.platform.meeting.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is invited to a meeting and how, who was there, and whether the committee could decide. */
@ExtendWith(PlatformUnderTest.Given.class)
class AttendanceIT {
    private final PlatformUnderTest platform;
    private MeetingSite site;
    private String group;
    private String eva;
    private String adam;
    private String dora;

    AttendanceIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aGroupOfTwo() throws Exception {
        site = new MeetingSite(platform);
        group = site.found("Lenkungsgruppe", "quorum", "more_than_half");
        Seat caritas = seat("Caritas", "Eva Muster");
        eva = caritas.person();
        adam = seat("Diakonie", "Adam Beispiel").person();
        dora = term("{'deputyOf': '%s', 'name': 'Dora Vertretung', 'from': '2020-01-01'}".formatted(caritas.term()))
                .person();
    }

    @Test
    void invitesWhoHoldsASeatAndKeepsWhatIsNotPublicOutOfMails() throws Exception {
        mail(eva, "Eva Muster", "eva@muster.example");
        String meeting = site.plan(group, "inviteDays", "14");
        assertThat(site.page(meeting + "/einladung")).contains("Die Tagesordnung ist noch leer.", "Eva Muster");
        site.item(meeting, "Bericht der Arbeitskreise");
        site.item(meeting, "Personalsache", "closed", "ja");
        site.send(meeting + "/teilnahme/gaeste", Map.of("name", "Gerd Gast", "mail", "gast@muster.example"));
        String page = site.page(meeting + "/einladung");
        assertThat(page).contains("2 Personen haben keine E-Mail-Adresse", "Gerd Gast", "gast@muster.example");
        assertThat(site.send(meeting + "/einladung", Map.of("version", "0")).statusCode())
                .isEqualTo(303);
        assertThat(site.send(meeting + "/einladung", Map.of("version", "0")).statusCode())
                .isEqualTo(412);
        var mails = platform.in(site.county, () -> platform.bean(Mailbag.class).bodies("Guten Tag"));
        assertThat(mails).hasSize(2).allMatch(mail -> !mail.contains("Personalsache"));
        assertThat(mails)
                .filteredOn(mail -> mail.contains("Eva Muster"))
                .singleElement()
                .asString()
                .contains("1 Bericht der Arbeitskreise", "Dazu kommen nichtöffentliche Punkte", meeting, "Saal 1");
        assertThat(mails)
                .filteredOn(mail -> mail.contains("Gerd Gast"))
                .singleElement()
                .asString()
                .doesNotContain("nichtöffentlich");
        assertThat(site.page(meeting)).contains("eingeladen").doesNotContain("Seit der Einladung geändert");
        site.item(meeting, "Verschiedenes");
        assertThat(site.page(meeting)).contains("Seit der Einladung geändert");
    }

    @Test
    void tellsWhoWasInvitedThatTheMeetingIsCancelled() throws Exception {
        mail(eva, "Eva Muster", "eva@muster.example");
        String meeting = site.plan(group);
        site.item(meeting, "Bericht");
        site.send(meeting + "/einladung", Map.of("version", "0"));
        site.send(meeting + "/absagen", Map.of("reason", "Der Saal ist gesperrt", "version", "1"));
        assertThat(platform.in(site.county, () -> platform.bean(Mailbag.class).bodies("die Sitzung fällt aus")))
                .singleElement()
                .asString()
                .contains("Der Saal ist gesperrt", "Eva Muster");
    }

    @Test
    void givesAnEntryForCalendarsWithPublicItemsAlone() throws Exception {
        String meeting = site.plan(group, "title", "Auftakt; erster Teil", "day", "2099-07-20");
        site.item(meeting, "Bericht, öffentlich");
        site.item(meeting, "Personalsache", "closed", "ja");
        var file = platform.send(platform.request(meeting + "/termin.ics")
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", platform.cookie(site.county, Roles.READER)));
        assertThat(file.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        var event = new CalendarBuilder()
                .build(new StringReader(file.body()))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        assertThat(event.getRequiredProperty("DTSTART").getValue()).isEqualTo("20990720T160000Z");
        assertThat(event.getRequiredProperty("SUMMARY").getValue()).contains("Auftakt; erster Teil");
        assertThat(event.getRequiredProperty("STATUS").getValue()).isEqualTo("TENTATIVE");
        assertThat(event.getRequiredProperty("DESCRIPTION").getValue()).isEqualTo("1 Bericht, öffentlich");
        assertThat(event.getRequiredProperty("LOCATION").getValue()).isEqualTo("Saal 1");
    }

    @Test
    void countsDeputiesOnlyForWhoIsAbsentAndSaysWhetherTheGroupCanDecide() throws Exception {
        String meeting = site.plan(group, "day", "2024-03-18", "past", "ja");
        String item = site.item(meeting, "Konzept");
        String page = meeting + "/teilnahme";
        assertThat(site.page(page)).contains("Beschlussfähigkeit", "nicht festgestellt");
        assertThat(note(page, Map.of(eva, "excused", dora, "present"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(site.page(page)).contains("nicht beschlussfähig", "vertritt Eva Muster (Caritas)");
        assertThat(note(page, Map.of(eva, "present", dora, "present"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(site.page(page)).contains("nicht beschlussfähig", "Stellvertretung für Eva Muster (Caritas)");
        note(page, Map.of(adam, "present", dora, "present"), Map.of());
        assertThat(site.page(page)).contains(">beschlussfähig<");
        var refused = note(page, Map.of(), Map.of(item, "3"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Geben Sie eine ganze Zahl von 0 bis 2 an.");
        assertThat(site.send(meeting + "/gehalten", Map.of("version", "0")).statusCode())
                .isEqualTo(303);
        assertThat(site.page(meeting)).doesNotContain("Es fehlt die Anwesenheit.");
    }

    @Test
    void refusesAttendanceBeforeTheMeetingAndWhatSomebodyElseHasChanged() throws Exception {
        String meeting = site.plan(group);
        String page = meeting + "/teilnahme";
        assertThat(note(page, Map.of(eva, "present"), Map.of()).body())
                .contains("Die Sitzung hat noch nicht begonnen.");
        site.send(meeting + "/teilnahme/gaeste", Map.of("name", "Gerd Gast"));
        var stale = fields(page, Map.of(), Map.of());
        note(page, Map.of(), Map.of());
        assertThat(site.send(page, stale).statusCode()).isEqualTo(412);
        assertThat(site.send(meeting + "/teilnahme/gaeste", Map.of("name", " ", "mail", "x@"))
                        .body())
                .contains("Geben Sie den Namen des Gastes an.", "Geben Sie eine E-Mail-Adresse an");
        assertThat(platform.page(page, platform.cookie(site.county, Roles.READER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.page(page, platform.cookie(site.county, Roles.MEMBER))
                        .statusCode())
                .isEqualTo(404);
        String member = new Members(platform, site.county).of(MeetingSite.id(group));
        assertThat(platform.page(page, Members.cookie(member)).body())
                .contains("Gerd Gast")
                .doesNotContain("Gast eintragen");
    }

    @Test
    void forgetsGuestsFiveYearsAfterTheMeeting() throws Exception {
        for (String day : new String[] {"2020-03-16", "2026-03-16"}) {
            String meeting = site.plan(group, "day", day, "past", "ja");
            site.send(meeting + "/teilnahme/gaeste", Map.of("name", "Gerd Gast"));
            platform.job(site.county, "forget guests of meetings", () -> {
                platform.bean(Attendances.class).forgetGuests();
                return day;
            });
            assertThat(site.page(meeting + "/teilnahme").contains("Gerd Gast")).isEqualTo(day.startsWith("2026"));
        }
    }

    @Test
    void showsTheAddressOfAMemberToTheLeadAlone() throws Exception {
        mail(eva, "Eva Muster", "eva@muster.example");
        assertThat(site.page(site.base + "/gremien/personen/" + eva)).contains("eva@muster.example");
        assertThat(site.page(group, Roles.MEMBER)).doesNotContain("eva@muster.example");
        var wrong = site.send(
                site.base + "/gremien/personen/" + eva, Map.of("name", "Eva Muster", "mail", "eva", "version", "1"));
        assertThat(wrong.body()).contains("Geben Sie eine E-Mail-Adresse an");
    }

    private HttpResponse<String> note(String page, Map<String, String> was, Map<String, String> numbers)
            throws Exception {
        return site.send(page, fields(page, was, numbers));
    }

    private Map<String, String> fields(String page, Map<String, String> was, Map<String, String> numbers)
            throws Exception {
        var fields = new HashMap<String, String>();
        String body = site.page(page);
        Pattern.compile("name=\"(antwort|da)-([0-9a-f-]{36})\"")
                .matcher(body)
                .results()
                .forEach(found -> fields.put(
                        found.group(1) + "-" + found.group(2), found.group(1).equals("da") ? "unknown" : "none"));
        was.forEach((person, state) -> fields.put("da-" + person, state));
        numbers.forEach((item, number) -> fields.put("anwesend-" + item, number));
        fields.put("mark", site.find(page, "name=\"mark\" value=\"([^\"]+)\""));
        return fields;
    }

    private record Seat(String term, String person) {}

    private Seat seat(String rule, String person) throws Exception {
        String id = site.post(
                        committee() + "/seat-rules",
                        "{'name': '%s', 'number': 1, 'voting': true, 'deputies': 1}".formatted(rule))
                .get("id")
                .asText();
        return term("{'ruleId': '%s', 'name': '%s', 'from': '2020-01-01'}".formatted(id, person));
    }

    private Seat term(String json) throws Exception {
        JsonNode term = site.post(committee() + "/terms", json);
        return new Seat(term.get("id").asText(), term.get("personId").asText());
    }

    private String committee() {
        return "/committees/" + MeetingSite.id(group);
    }

    private void mail(String person, String name, String address) throws Exception {
        assertThat(site.send(
                                site.base + "/gremien/personen/" + person,
                                Map.of("name", name, "mail", address, "version", "0"))
                        .statusCode())
                .isEqualTo(303);
    }
}
