package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Chromium;
import org.junit.jupiter.api.Test;

/** The guided start of the example county Waldshut, from its first question to the process that follows from the answers. */
class StartJourneyIT {
    private final SystemUnderTest system = SystemUnderTest.shared();

    @Test
    void answersAdviseAndAfterOneConfirmationBecomeAProcess() {
        try (Chromium chromium = Chromium.start();
                Walk lead = Walk.withScript(chromium, "start-lead")) {
            lead.open(system.platform("/waldshut/anmelden")).signIn(system.account("waldshut", "lead"));

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

            lead.open(system.platform("/waldshut/start/vorschlaege")).see("Vorschläge aus den Antworten");
            lead.press("Ausgewähltes anlegen").see("Vorschläge aus den Antworten", "created");
            lead.follow("Ablauf beginnen: 01/2027").see("Neun Schritte in 18 Monaten");
            assertThat(lead.rows()).anyMatch(row -> row.contains("Brief der Verwaltungsspitze"));

            lead.open(system.platform("/waldshut/start/stand")).see("Stand der Vorklärung");
            assertThat(lead.words()).contains("nur meine Stellenbeschreibung");
        }
    }
}
