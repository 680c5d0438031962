package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Chromium;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guided start of Waldshut, which begins without a concept: from the first question to what follows from ten answers. */
class StartJourneyIT {
    private static final List<String> SETTLED_IN_A_WORD = List.of(
            "3. Wer ist verantwortlich?",
            "4. Für wen gilt das Konzept?",
            "6. Wovon geht unsere Planung aus?",
            "7. Auf wen kann ich zählen?",
            "8. Ist Beteiligung gewollt?",
            "10. Lassen wir uns begleiten?");

    private final SystemUnderTest system = SystemUnderTest.shared();

    @Test
    void tenAnswersAdviseAndAfterOneConfirmationBecomeConceptCommitteeAndProcess() {
        try (Chromium chromium = Chromium.start();
                Walk lead = Walk.withScript(chromium, "start-lead")) {
            lead.open(system.platform("/waldshut/anmelden")).signIn(system.account("waldshut", "lead"));
            lead.open(system.platform("/waldshut/konzept")).see("Integrationskonzept");
            assertThat(lead.words()).contains("Noch kein Konzept");
            lead.open(system.platform("/waldshut/ampel")).see("Ampel");

            lead.navigate("Einstieg").see("Geführter Einstieg").follow("1. Welchen Auftrag habe ich?");
            lead.see("Welchen Auftrag habe ich?")
                    .choose("nur meine Stellenbeschreibung")
                    .choose("entschieden")
                    .press("Speichern")
                    .see("Welchen Auftrag habe ich?", "decided");
            assertThat(lead.words())
                    .contains("Mit diesem Auftrag beginnt das Konzept unter schlechten Bedingungen.")
                    .contains("Es fehlt, von wann der Auftrag ist.");

            lead.navigate("Einstieg").follow("9. Führen wir das Vorhaben als Projekt?");
            lead.choose("ja")
                    .fill("Beginn", "01/2027")
                    .fill("Ende", "12/2027")
                    .choose("entschieden")
                    .press("Speichern");
            assertThat(lead.words()).contains("Das Projekt ist auf weniger als 18 Monate angelegt.");

            lead.navigate("Einstieg").follow("2. Was brauche ich, und ist es zugesagt?");
            lead.choose("nein")
                    .choose("befristet")
                    .fill("Ende der Befristung", "06/2027")
                    .choose("entschieden")
                    .press("Speichern");
            assertThat(lead.words()).contains("Die Stelle der Leitung endet, bevor das Projekt endet.");

            lead.navigate("Einstieg").follow("5. Wie tief soll das Konzept gehen?");
            lead.choose("Rahmenkonzept").choose("entschieden").press("Speichern");
            for (String question : SETTLED_IN_A_WORD) {
                lead.navigate("Einstieg").follow(question);
                lead.choose("entschieden").press("Speichern");
            }
            lead.navigate("Einstieg");
            assertThat(lead.words()).contains("10 von 19 Fragen sind geklärt");

            lead.open(system.platform("/waldshut/start/vorschlaege")).see("Vorschläge aus den Antworten");
            lead.press("Ausgewähltes anlegen").see("Vorschläge aus den Antworten", "created");
            lead.follow("Ablauf beginnen: 01/2027").see("Neun Schritte in 18 Monaten");
            assertThat(lead.rows()).anyMatch(row -> row.contains("Brief der Verwaltungsspitze"));

            lead.open(system.platform("/waldshut/start/vorschlaege"));
            lead.follow("Gremium gründen: Steuerungsgruppe Integration").see("Steuerungsgruppe Integration");
            assertThat(lead.words()).contains("geplant", "12 bis 14", "Ämter und Fachbereiche");
            lead.open(system.platform("/waldshut/start/vorschlaege"));
            lead.follow("Aufbau des Konzepts festlegen: Rahmenkonzept").see("Integrationskonzept", "frame");
            lead.open(system.platform("/waldshut/start"));
            assertThat(lead.addresses()).anyMatch(address -> address.endsWith("/start/projektauftrag.pdf"));

            lead.open(system.platform("/waldshut/start/stand")).see("Stand der Vorklärung");
            assertThat(lead.words()).contains("nur meine Stellenbeschreibung");
        }
    }
}
