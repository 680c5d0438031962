package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    void filesOfAnExampleCountySayInEachRowWhatTheyAre() throws Exception {
        try (Walk walk = signedIn("konstanz", "reader")) {
            walk.open(system.platform("/konstanz/ampel"));
            assertThat(Files.readAllLines(walk.download("Als CSV")))
                    .hasSizeGreaterThan(60)
                    .filteredOn(line -> !line.endsWith(";Beispieldaten, nicht amtlich"))
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .endsWith(";Hinweis");
            try (var workbook = new XSSFWorkbook(Files.newInputStream(walk.download("Als Excel-Datei")))) {
                Row last = workbook.getSheetAt(0).getRow(workbook.getSheetAt(0).getLastRowNum());
                assertThat(last.getCell(last.getLastCellNum() - 1).getStringCellValue())
                        .isEqualTo("Beispieldaten, nicht amtlich");
            }
        }
    }

    @Test
    void boeblingenShowsWhereItsDocumentStatesMoreThanIsRecorded() {
        try (Walk walk = signedIn("boeblingen", "lead")) {
            walk.open(system.platform("/boeblingen/konzept")).see("Integrationsplan");
            assertThat(walk.words()).contains("Angegeben: 205 Maßnahmen");
            walk.open(system.platform("/boeblingen/ampel")).see("Ampel");
        }
    }

    @Test
    void boeblingenLooksBackOnItsAdoptedConcept() {
        try (Walk walk = signedIn("boeblingen", "reader")) {
            walk.open(system.platform("/boeblingen/konzept")).see("Integrationsplan");
            walk.open(walk.addresses().stream()
                    .filter(link -> link.endsWith("/rueckblick"))
                    .findFirst()
                    .orElseThrow());
            assertThat(walk.words()).contains("teilweise erreicht", "Beispieldaten, nicht amtlich");
        }
    }

    private Walk signedIn(String county, String role) {
        return Walk.withScript(system.chromium(), county)
                .open(system.platform("/" + county + "/anmelden"))
                .signIn(system.account(county, role));
    }
}
