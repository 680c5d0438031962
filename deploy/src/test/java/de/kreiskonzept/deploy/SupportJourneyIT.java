package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.foundation.web.Chromium;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The admin of Böblingen sets a second factor up and lets somebody of the provider in. Looked at is what {@link EveryPageIT}, which presses
 * no button, cannot reach: codes, forms with mistakes, the running access on both sides, and the line that a visitor sees on every page.
 */
@Execution(ExecutionMode.CONCURRENT)
class SupportJourneyIT {
    private static final String REASON = "Die Gesamtfarbe im Handlungsfeld Sprache";

    private final SystemUnderTest system = SystemUnderTest.shared();
    private final String home = system.platform("/boeblingen/");

    @Test
    void theAdminSetsASecondFactorUpAndLetsTheProviderIn() {
        try (Chromium chromium = Chromium.start();
                Walk admin = Walk.withScript(chromium, "support-admin");
                Walk visitor = Walk.withScript(chromium, "support-visitor")) {
            signIn(admin);
            grant(admin);
            enter(visitor);
            lookAround(visitor);

            admin.open(home).see("Meine Aufgaben", "visited");
            assertThat(admin.words()).contains("Vom Betreiber im Arbeitsbereich: ");
            admin.open(home + "hilfe").see("Hilfe durch den Betreiber", "visited");
            visitor.open(home).press("Besuch beenden").see("Besuch beendet");
            admin.open(home + "hilfe").press("Zugang sofort beenden").see("Hilfe durch den Betreiber", "over");
            assertThat(admin.words()).contains("Zugang vom", REASON);
            admin.navigate("Protokoll").see("Protokoll");
        }
    }

    private void signIn(Walk admin) {
        var account = system.account("boeblingen", "admin");
        admin.open(home + "anmelden").signIn(account);
        String code = recoveryCodes(admin, account.password()).getFirst();
        admin.press("Abmelden").open(home + "anmelden").signIn(account).see("Code eingeben");
        admin.fill("Code", "falsch").press("Anmelden").see("Code eingeben", "refused");
        admin.fill("Code", code).choose("In diesem Browser").press("Anmelden").see("Meine Aufgaben");
        admin.open(home + "konto").see("Mein Konto", "enrolled");
        admin.open(home + "konto/zweiter-faktor").see("Zweiten Faktor einrichten", "again");
        admin.open(home + "konto/zweiter-faktor/abschalten").see("Zweiten Faktor abschalten");
        admin.open(home + "konto/bestaetigen").see("Bitte bestätigen Sie mit einem Code");
    }

    private List<String> recoveryCodes(Walk admin, String password) {
        admin.open(home + "konto").follow("Zweiten Faktor einrichten");
        var app = Authenticator.of(admin.words());
        admin.fill("Passwort", password)
                .fill("Code aus der App", "falsch")
                .press("Zweiten Faktor einschalten")
                .see("Zweiten Faktor einrichten", "refused");
        admin.fill("Passwort", password)
                .fill("Code aus der App", app.code(Instant.now()))
                .press("Zweiten Faktor einschalten")
                .see("Ihre Wiederherstellungscodes");
        return admin.items();
    }

    private void grant(Walk admin) {
        admin.navigate("Hilfe durch den Betreiber").see("Hilfe durch den Betreiber");
        admin.follow("Zugang geben");
        admin.see("Zugang geben").press("Zugang geben").see("Zugang geben", "refused");
        admin.fill("Was angesehen werden soll", REASON)
                .choose("15 Minuten")
                .press("Zugang geben")
                .see("Hilfe durch den Betreiber", "open");
        assertThat(admin.words()).contains(REASON, "Zugang sofort beenden");
        admin.open(home).see("Meine Aufgaben", "open");
        assertThat(admin.words()).contains("Noch ist niemand da.");
    }

    private void enter(Walk visitor) {
        visitor.open(system.console("/anmelden")).signIn(system.account("provider", "operator"));
        visitor.navigate("Arbeitsbereiche").follow("Landkreis Böblingen");
        visitor.see("Landkreis Böblingen").follow("Arbeitsbereich betreten");
        visitor.see("Hilfe im Arbeitsbereich").press("Link erzeugen").see("Hilfe im Arbeitsbereich", "ticket");
        visitor.follow("Arbeitsbereich öffnen");
        visitor.see("Hilfe im Arbeitsbereich", "entry");
        assertThat(visitor.words()).contains(REASON);
        visitor.press("Arbeitsbereich öffnen").see("Meine Aufgaben");
    }

    private void lookAround(Walk visitor) {
        assertThat(visitor.wholePage()).contains("Eingelassen von", "Besuch beenden");
        visitor.navigate("Maßnahmen").see("Maßnahmen");
        assertThat(visitor.wholePage()).contains("Eingelassen von");
        visitor.open(home + "protokoll").see("Nicht erlaubt");
        assertThat(visitor.words()).contains("Der Versuch steht im Protokoll des Kreises.");
    }
}
