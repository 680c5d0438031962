package de.kreiskonzept.platform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process of a county, from a template to its finished steps. */
@ExtendWith(PlatformUnderTest.Given.class)
class ProcessIT {
    private static final Pattern STEP = Pattern.compile("href=\"([^\"]+/schritte/[0-9a-f-]{36})\">([^<]+)<");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    ProcessIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/ablauf";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void beginsWithTheTenStepsOfKonstanzInTheirOrderAndNotThatOfTheirDates() throws Exception {
        assertThat(page(base)).contains("Noch kein Ablauf");

        String process = begun("konstanz", "03/2016");

        assertThat(page(process))
                .contains("Steuerungsgruppe gründen", "05/2016 bis 07/2017", "beginnt früher als der Schritt davor")
                .containsPattern("(?s)Rahmenkonzept schreiben.*Netzwerke ausbauen")
                .contains("ab 04/2017", "role=\"img\"");
        assertThat(page(base)).contains("0 von 10");
    }

    @Test
    void saysWhatIsLateOnTheProcessAndOnTheStartPage() throws Exception {
        String process = begun("iq", "01/2020");

        assertThat(page(process)).contains("überfällig", "Nächster Schritt: 1 Brief der Verwaltungsspitze");
        assertThat(page("/" + county.slug() + "/")).contains("Überfällige Schritte im Ablauf klären", "9 Schritte");
    }

    @Test
    void saysWhatIsShortAndWhatIsCritical() throws Exception {
        String process = begun("iq", "01/2028");
        assertThat(page(process))
                .contains("Überfällig: keiner. Kritisch: 9.", "Verzögert er sich, endet der Ablauf später.")
                .doesNotContain("kürzer als 18 Monate geplant");

        String last = steps(process).get("Konzept verabschieden und Strukturen dauerhaft klären");
        change(
                last,
                Map.of(
                        "title",
                        "Verabschieden",
                        "state",
                        "planned",
                        "from",
                        "03/2028",
                        "until",
                        "04/2028",
                        "after",
                        idOf(steps(process).get("Steuerungsgruppe einsetzen"))));

        assertThat(page(process))
                .contains("Der Ablauf ist kürzer als 18 Monate geplant.", "Kritisch: 2, 8.")
                .contains("Verzögert er sich, beginnt später: Schritt 9");
        assertThat(page(begun("monitoring", "01/2028"))).doesNotContain("Monate geplant");
    }

    @Test
    void aStepTakesItsPlaceItsPartsAndItsState() throws Exception {
        String process = begun("iq", "01/2020");
        String letter = steps(process).get("Brief der Verwaltungsspitze");
        String id = letter.substring(letter.lastIndexOf('/') + 1);

        assertThat(post(
                                process + "/schritte/neu",
                                process + "/schritte",
                                Map.of(
                                        "title",
                                        "Entwurf abstimmen",
                                        "parent",
                                        id,
                                        "state",
                                        "done",
                                        "from",
                                        "29.02.2028"))
                        .statusCode())
                .isEqualTo(303);
        change(letter, Map.of("title", "Brief der Landrätin", "place", "2", "state", "done", "until", "01/2020"));

        assertThat(page(process))
                .contains("Brief der Landrätin", "2.1", "Entwurf abstimmen", "ab 29.02.2028")
                .containsPattern("(?s)Steuerungsgruppe einsetzen.*Brief der Landrätin");
        var deeper = post(
                process + "/schritte/neu",
                process + "/schritte",
                Map.of(
                        "title",
                        "Noch tiefer",
                        "parent",
                        idOf(steps(process).get("Entwurf abstimmen")),
                        "state",
                        "planned"));
        assertThat(deeper.statusCode()).isEqualTo(422);
        assertThat(deeper.body()).contains("Ein Teilschritt hat selbst keine Teilschritte.", "Noch tiefer");
    }

    @Test
    void movesWhatIsPlannedWithItsBeginningAndLeavesTheRest() throws Exception {
        String process = begun("iq", "01/2028");
        change(
                steps(process).get("Brief der Verwaltungsspitze"),
                Map.of("title", "Brief", "state", "done", "from", "01/2028", "until", "01/2028"));

        var form = new HashMap<>(Map.of("title", "Konzept", "begin", "März 2028"));
        form.put("version", version(process + "/bearbeiten"));
        assertThat(post(process + "/bearbeiten", process + "/bearbeiten", form).statusCode())
                .isEqualTo(303);

        assertThat(page(process)).contains("01/2028", "03/2028 bis 04/2028");
        var late = post(process + "/bearbeiten", process + "/bearbeiten", form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Inzwischen hat jemand anderes", "März 2028");
    }

    @Test
    void refusesWhatCannotBeAndKeepsWhatWasTyped() throws Exception {
        var none = post(base + "/neu", base, Map.of("title", "", "begin", "bald"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body())
                .contains("Wählen Sie eine Vorlage.", "Geben Sie dem Ablauf einen Titel.", "value=\"bald\"");

        String process = begun("iq", "01/2028");
        var turned = post(
                process + "/schritte/neu",
                process + "/schritte",
                Map.of("title", "X", "state", "planned", "from", "04/2028", "until", "31.03.2028"));
        assertThat(turned.statusCode()).isEqualTo(422);
        assertThat(turned.body()).contains("Das Ende liegt vor dem Beginn.");
    }

    @Test
    void givesACalendarThatAnotherReaderUnderstands() throws Exception {
        String process = begun("konstanz", "03/2016");

        var file = calendar(process, lead);

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        var events = new CalendarBuilder().build(new StringReader(file.body())).<VEvent>getComponents("VEVENT");
        assertThat(events).hasSize(10);
        assertThat(value(events.get(3), Property.DTSTART)).isEqualTo("20160501");
        assertThat(value(events.get(3), Property.DTEND)).isEqualTo("20170801");
        assertThat(value(events.get(3), Property.SUMMARY)).startsWith("4 Netzwerke");
    }

    @Test
    void onlyALeadChangesAProcessAndEverybodyReadsIt() throws Exception {
        String process = begun("iq", "01/2028");
        String reader = platform.cookie(county, Roles.READER);

        assertThat(platform.page(process, reader).body())
                .contains("Brief der Verwaltungsspitze")
                .doesNotContain("/schritte/");
        for (String path : new String[] {"/bearbeiten", "/loeschen", "/schritte/neu"}) {
            assertThat(platform.page(process + path, reader).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void belongsToItsCounty() throws Exception {
        String process = begun("iq", "01/2028");
        String step = steps(process).get("Brief der Verwaltungsspitze");
        Workspace other = platform.county();
        String foreign = platform.cookie(other, Roles.LEAD);

        assertThat(calendar(process.replace(county.slug(), other.slug()), foreign)
                        .statusCode())
                .isEqualTo(404);
        for (String path : new String[] {process, process + "/bearbeiten", step}) {
            assertThat(platform.page(path.replace(county.slug(), other.slug()), foreign)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void isDeletedWithItsSteps() throws Exception {
        String process = begun("iq", "01/2028");

        post(process + "/loeschen", process + "/loeschen", Map.of("version", version(process + "/loeschen")));

        assertThat(page(base)).contains("Noch kein Ablauf");
        assertThat(platform.page(process, lead).statusCode()).isEqualTo(404);
    }

    private String begun(String template, String begin) throws Exception {
        var answer = post(base + "/neu", base, Map.of("template", template, "title", "Konzept", "begin", begin));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void change(String step, Map<String, String> fields) throws Exception {
        var form = new HashMap<>(fields);
        form.put("version", version(step));
        var answer = post(step, step, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private Map<String, String> steps(String process) throws Exception {
        var steps = new HashMap<String, String>();
        STEP.matcher(page(process)).results().forEach(found -> steps.put(found.group(2), found.group(1)));
        return steps;
    }

    private String version(String form) throws Exception {
        var version = VERSION.matcher(page(form));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private HttpResponse<String> calendar(String process, String cookie) throws Exception {
        return platform.send(platform.request(process + "/kalender.ics")
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", cookie));
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private HttpResponse<String> post(String form, String action, Map<String, String> fields) throws Exception {
        return platform.form(form, action, lead, fields);
    }

    private String page(String path) throws Exception {
        var answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
