package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.oparl.OparlReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The committees of Waldshut in the example county Konstanz: seats, a meeting with its minutes, and the way of the concept through two
 * committees to its adoption.
 */
@Execution(ExecutionMode.CONCURRENT)
class CouncilJourneyIT {
    private static final String GROUP = "Lenkungsgruppe Migration und Integration";
    private static final List<String> WORKING_GROUPS =
            List.of("Arbeitskreis Wohnen", "Arbeitskreis Arbeit", "Arbeitskreis Bildung");
    private static final String CHAIR = "Leitung: Integrationsbeauftragte";
    private static final String VACANT = "Ehrenamtliche";
    private static final List<String> SEATS = List.of(
            CHAIR,
            "Caritas",
            "Diakonie",
            "AWO",
            VACANT,
            "Menschen mit Migrationsgeschichte",
            "Integrationsmanagement",
            "Städte und Gemeinden");
    private static final String PAPER = "Beschluss über das Integrationskonzept";
    private static final String MOTION = "Antrag auf eine zusätzliche Stelle";
    private static final String DELEGATES = "Operative Arbeitskreise";
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Test
    void committeesMeetVoteAndAdoptTheConcept(@TempDir Path data) throws Exception {
        var server = Optional.ofNullable(System.getenv("KK_DATABASE_URL")).map(OwnDatabase::on);
        var options = new LocalOptions(data, FreePorts.first(), true, server, Optional.empty());
        try (LocalSystem system = LocalSystem.start(options);
                Chromium chromium = Chromium.start();
                Walk lead = Walk.withScript(chromium, "council-lead")) {
            lead.open(system.platformUrl() + "/konstanz/anmelden")
                    .signIn(SystemUnderTest.account(system, "konstanz", "lead"))
                    .see("Meine Aufgaben");
            String group = found(lead);
            setSeats(lead, group);
            fillSeats(lead, group);
            String meeting = hold(lead, group);
            approveMinutes(lead, meeting);
            propose(lead);
            decide(lead);
            readWhatFollowed(lead);
            postpone(lead);
            release(lead);
            readAsProgram(system.platformUrl() + "/konstanz/oparl/v1.1");
        }
    }

    private static String found(Walk lead) {
        found(lead, GROUP, "Lenkungsgruppe", "Sozialausschuss");
        String group = lead.address();
        for (String name : WORKING_GROUPS) {
            found(lead, name, "Arbeitskreis", GROUP);
        }
        return group;
    }

    private static void found(Walk lead, String name, String kind, String reportsTo) {
        lead.navigate("Gremien").follow("Gremium anlegen");
        lead.fill("Name", name)
                .select("Art", kind)
                .fill("Ebene", kind.equals("Arbeitskreis") ? "4" : "3")
                .select("Berichtet an", reportsTo)
                .select("Beschlussfähig ist das Gremium", "wenn mindestens die Hälfte")
                .fill("Gegründet am", "2020-01-01")
                .press("Speichern");
        assertThat(lead.words()).contains(name);
    }

    private void setSeats(Walk lead, String group) {
        for (String name : SEATS) {
            beginRule(lead, group, name, "kraft Amtes");
            if (name.equals(CHAIR)) {
                lead.choose("Wer diesen Sitz hat, leitet das Gremium");
            }
            lead.choose("Feste Zahl").press("Speichern");
        }
        beginRule(lead, group, DELEGATES, "entsandt");
        lead.choose("Gleiche Zahl je Gremium")
                .select("Gezählte Gremien", "Arbeitskreis")
                .press("Speichern");
        lead.see(GROUP, "eleven");
        assertThat(lead.words()).containsPattern("Soll\\s+11\\s");
        beginRule(lead, group, "Kreistag", "benannt");
        lead.choose("Von … bis …")
                .fill("Höchstens", "2")
                .fill("Bedingung (", "falls gewünscht")
                .fill("Bedingung erfüllt ab", today.minusYears(1).toString())
                .press("Speichern");
        assertThat(lead.words()).containsPattern("Soll\\s+12 bis 13\\s");
    }

    private static void beginRule(Walk lead, String group, String name, String appointment) {
        lead.open(group).follow("Sitzregel anlegen");
        lead.fill("Sitz für", name)
                .fill("Zahl der Sitze", "1")
                .select("Besetzung", appointment)
                .fill("Stellvertretungen je Sitz", "1");
    }

    private void fillSeats(Walk lead, String group) {
        for (String name : SEATS) {
            if (!name.equals(VACANT)) {
                fill(lead, group, name, "Person für " + name);
            }
        }
        for (String name : WORKING_GROUPS) {
            fill(lead, group, DELEGATES + " (" + name, "Person aus " + name);
        }
        fill(lead, group, "Kreistag", "Person aus dem Kreistag");
        lead.open(group).see(GROUP, "filled");
        assertThat(lead.words())
                .contains(VACANT + ": Ein Sitz ist nicht besetzt.", "genutzt: falls gewünscht")
                .containsPattern("Besetzt\\s+11\\s");
    }

    private void fill(Walk lead, String group, String seat, String person) {
        lead.open(group).follow("Sitz besetzen: " + seat);
        if (lead.words().contains("Neue Person")) {
            lead.select("Person", "Neue Person");
        }
        lead.fill("Name", person)
                .fill("Erster Tag", today.minusYears(1).toString())
                .press("Speichern");
    }

    /** Gives the address of the meeting. */
    private String hold(Walk lead, String group) {
        lead.open(group).follow("Sitzungen");
        lead.follow("Sitzung anlegen");
        LocalDate day = today.minusDays(7);
        lead.fill("Tag", day.toString())
                .fill("Beginn", "17:00")
                .fill("Ende", "19:00")
                .fill("Ort", "Landratsamt")
                .press("Speichern");
        assertThat(lead.words()).contains("Der Termin liegt in der Vergangenheit.");
        lead.choose("Die Sitzung hat schon stattgefunden").press("Speichern");
        String meeting = lead.address();
        lead.follow("Punkt hinzufügen");
        lead.fill("Tagesordnungspunkt", "Ziele und Maßnahmen des Konzepts")
                .fill("Notizen für die Niederschrift", "Die Ziele wurden Feld für Feld besprochen.")
                .press("Speichern");
        lead.open(meeting).follow("Teilnahme");
        for (String name : SEATS.subList(0, 4)) {
            lead.select("Anwesenheit: Person für " + name, "anwesend");
        }
        lead.press("Speichern");
        lead.open(meeting).follow("Teilnahme");
        assertThat(lead.words()).contains("nicht beschlussfähig");
        for (String name : WORKING_GROUPS) {
            lead.select("Anwesenheit: Person aus " + name, "anwesend");
        }
        lead.press("Speichern");
        lead.open(meeting).follow("Teilnahme");
        lead.see("Teilnahme");
        assertThat(lead.words()).doesNotContain("nicht beschlussfähig").contains("beschlussfähig");
        lead.open(meeting).press("Sitzung hat stattgefunden");
        lead.see("Sitzung ", "held");
        return meeting;
    }

    private static void approveMinutes(Walk lead, String meeting) {
        lead.open(meeting).follow("Niederschrift");
        lead.press("Niederschrift zur Durchsicht geben");
        lead.open(meeting).follow("Niederschrift");
        lead.press("Niederschrift genehmigen").see("Niederschrift");
        assertThat(lead.words()).contains("Der Text bleibt, wie er ist.", "Die Ziele wurden Feld für Feld besprochen.");
        lead.open(meeting);
        assertThat(lead.words()).contains("abgeschlossen");
    }

    private static void propose(Walk lead) {
        lead.navigate("Vorlagen").follow("Gremium festlegen");
        lead.select("Gremium", "Kreistag").press("Speichern");
        lead.navigate("Vorlagen").follow("Vorlage anlegen");
        lead.choose("Beschlussvorlage")
                .select("Grundlage", "Integrationskonzept 1.0")
                .fill("Titel", PAPER)
                .fill("Nummer", "82")
                .press("Vorlage anlegen");
        turn(lead, "Sozialausschuss", "Vorberatung");
        turn(lead, "Kreistag", "Beschluss");
        lead.follow("Vorlage einreichen");
        lead.press("Vorlage einreichen").see("Vorlage", "submitted");
        assertThat(lead.words()).contains("Prüfsumme (SHA-256)", "Finanzielle Auswirkungen");
    }

    private static void turn(Walk lead, String committee, String role) {
        lead.follow("Gremium hinzufügen");
        lead.select("Gremium", committee).choose(role);
        if (role.equals("Beschluss")) {
            lead.choose("Dieses Gremium entscheidet maßgeblich");
        }
        lead.choose("öffentlich").press("Speichern");
    }

    private void decide(Walk lead) {
        vote(lead, "Sozialausschuss", "beschlossen", today.minusDays(5));
        lead.follow("Ergebnis festhalten: Kreistag");
        lead.fill("Satz aus der Niederschrift", "Der Kreistag stimmt mit 43 Ja, 2 Nein zu.")
                .press("Satz lesen")
                .arrive("satz=");
        assertThat(lead.words()).contains("ist die Fassung mit diesem Tag beschlossen");
        lead.select("Ergebnis", "mehrheitlich beschlossen")
                .fill("Tag", today.minusDays(2).toString())
                .press("Ergebnis festhalten")
                .see("Vorlage", "adopted");
        assertThat(lead.words()).contains("43 Ja, 2 Nein. Mehrheit erreicht").doesNotContain("0 Enthaltungen");
    }

    private static void vote(Walk lead, String committee, String result, LocalDate day) {
        lead.follow("Ergebnis festhalten: " + committee);
        lead.select("Ergebnis", result).fill("Tag", day.toString()).press("Ergebnis festhalten");
    }

    private void readWhatFollowed(Walk lead) {
        lead.navigate("Konzept");
        assertThat(lead.words()).contains("beschlossen");
        lead.follow("Fassungen");
        lead.follow("1.0");
        lead.see("Fassung", "adopted");
        assertThat(lead.words())
                .contains("Kreistag", "Vorlage 82", today.minusDays(2).format(GERMAN));
        lead.follow("Vorlage 82").see("Vorlagen", "of-version");
        assertThat(lead.rows()).filteredOn(row -> row.contains(PAPER)).hasSize(1);
        lead.navigate("Beschlüsse").see("Beschlüsse");
        assertThat(lead.rows())
                .filteredOn(row -> row.startsWith(today.minusDays(2).format(GERMAN)))
                .singleElement()
                .asString()
                .contains("Kreistag", "mehrheitlich beschlossen", "offen");
    }

    private void postpone(Walk lead) {
        lead.navigate("Vorlagen").follow("Vorlage anlegen");
        lead.choose("Beschlussvorlage").fill("Titel", MOTION).press("Vorlage anlegen");
        turn(lead, "Kreistag", "Beschluss");
        lead.follow("Vorlage einreichen");
        lead.press("Vorlage einreichen");
        lead.follow("Ergebnis festhalten: Kreistag");
        lead.select("Ergebnis", "vertagt")
                .fill("Tag", today.minusDays(2).toString())
                .fill("Neuer Termin", today.plusMonths(1).toString())
                .fill("Wortlaut des Beschlusses", "")
                .press("Ergebnis festhalten")
                .see("Vorlage", "postponed");
        assertThat(lead.words()).contains("vertagt", today.plusMonths(1).format(GERMAN));
        lead.navigate("Beschlüsse");
        assertThat(lead.rows())
                .filteredOn(row -> row.startsWith(today.minusDays(2).format(GERMAN)))
                .hasSize(1);
    }

    private static void release(Walk lead) {
        lead.navigate("Gremien").follow("Als OParl veröffentlichen");
        lead.choose("Ratsinformationen als OParl veröffentlichen");
        for (String committee : List.of("Kreistag", "Sozialausschuss", GROUP)) {
            lead.choose(committee);
        }
        lead.press("Speichern").see("Ratsinformationen veröffentlichen", "released");
    }

    private static void readAsProgram(String begin) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var reader = new OparlReader(
                    begin,
                    address -> client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()));
            Map<String, String> found = reader.walk();
            assertThat(reader.hold(found))
                    .containsKeys(
                            "Organization", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation", "File");
            assertThat(found.values())
                    .anyMatch(text -> text.contains(PAPER))
                    .anyMatch(text -> text.contains(MOTION))
                    .anyMatch(text -> text.contains("Ziele und Maßnahmen des Konzepts"))
                    .noneMatch(text -> text.contains("Person für"));
        }
    }
}
