package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the local start shows of the example counties, here after its second start. */
class ExampleCountiesIT {
    private final SystemUnderTest system = SystemUnderTest.shared();

    @Test
    void secondStartKeepsAccountsAndPasswords() {
        assertThat(system.system().accounts())
                .isEqualTo(system.accountsOfFirstStart())
                .hasSize(13);
    }

    @Test
    void konstanzHoldsItsConceptOnceAndIsMarkedAsExample() {
        try (Walk walk = signedIn("konstanz", "lead")) {
            walk.open(system.platform("/konstanz/konzept")).see("Integrationskonzept");
            assertThat(walk.words()).contains("64", "193");
            assertThat(walk.wholePage()).contains("Beispieldaten, nicht amtlich");
            walk.open(system.platform("/konstanz/ampel")).see("Ampel");
            assertThat(walk.words()).contains("180 von 193 Maßnahmen");
            walk.pictureForReadme();
        }
    }

    @Test
    void boeblingenShowsWhereItsDocumentStatesMoreThanIsRecorded() {
        try (Walk walk = signedIn("boeblingen", "lead")) {
            walk.open(system.platform("/boeblingen/konzept")).see("Integrationsplan");
            assertThat(walk.words()).contains("Angegeben sind 205 Maßnahmen");
            walk.open(system.platform("/boeblingen/ampel")).see("Ampel");
        }
    }

    @Test
    void waldshutBeginsWithoutConcept() {
        try (Walk walk = signedIn("waldshut", "lead")) {
            walk.open(system.platform("/waldshut/konzept")).see("Integrationskonzept");
            assertThat(walk.words()).contains("Noch kein Konzept");
            walk.open(system.platform("/waldshut/ampel")).see("Ampel");
        }
    }

    private Walk signedIn(String county, String role) {
        var account = system.account(county, role);
        Walk walk = Walk.withScript(system.chromium(), county);
        walk.open(system.platform("/" + county + "/anmelden"))
                .fill("E-Mail-Adresse", account.email())
                .fill("Passwort", account.password())
                .press("Anmelden");
        return walk;
    }
}
