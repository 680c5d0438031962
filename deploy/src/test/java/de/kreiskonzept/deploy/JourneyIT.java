package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The main job from sign-up to the table in Excel, as a county and its provider do it. */
class JourneyIT {
    private static final String AMPELDOKUMENT = "konstanz-2025-ampeldokument.txt";
    private static final String PASSWORD = "ein Satz den nur ich kenne";
    private static final String OWN_TEXT = """
        Integrationskonzept

        Handlungsfeld Sprache
        Oberziel: Alle lernen Deutsch.
        Unterziele:
        1. Kurse sind gut zu erreichen.
        2. Prüfungen gelingen.
        """;

    private final SystemUnderTest system = SystemUnderTest.shared();

    @Test
    void countySignsUpAndSeesItsAmpelOfTheRealDocument() {
        try (Walk walk = Walk.withScript(system.chromium(), "county")) {
            journey(walk, new Visitor("Landkreis Ravensburg", "ravensburg"), ampeldokument());
        }
    }

    @Test
    void countySignsUpAndSeesItsAmpelWithoutScript() {
        try (Walk walk = Walk.withoutScript(system.chromium(), "county")) {
            journey(walk, new Visitor("Landkreis Sigmaringen", "sigmaringen"), ampeldokument());
        }
    }

    private void journey(Walk walk, Visitor visitor, Optional<Path> document) {
        signUp(walk, visitor);
        approve(walk, visitor);
        acceptInvitation(walk, visitor.mail("verwaltung"));
        inviteLead(walk, visitor);
        acceptInvitation(walk, visitor.mail("integration"));
        signInAgain(walk, visitor);
        importText(walk, visitor, document);
        addMeasure(walk);
        assess(walk);
        readAmpel(walk);
    }

    private void signUp(Walk walk, Visitor visitor) {
        walk.open(system.console("/registrieren")).see("Arbeitsbereich beantragen");
        walk.press("Antrag senden").see("Arbeitsbereich beantragen", "with-errors");
        assertThat(walk.words()).contains("Bitte wählen Sie Ihren Kreis");
        walk.fill("Kreis oder kreisfreie Stadt", visitor.county())
                .fill("Name der Ansprechperson", "Vera Verwaltung")
                .fill("Dienstliche E-Mail-Adresse", visitor.mail("verwaltung"))
                .choose("Ich bin dazu befugt")
                .press("Antrag senden")
                .see("Bitte prüfen Sie Ihr Postfach");
        openMail(walk, visitor.mail("verwaltung"), "Bitte bestätigen Sie Ihren Antrag");
        walk.see("Antrag bestätigen").press("Adresse bestätigen").see("Adresse bestätigt");
    }

    /** Waits until the mail is in the local mailbox, reads it and follows its link. */
    private void openMail(Walk walk, String recipient, String subject) {
        walk.open(system.console("/postfach"));
        walk.waitFor(() -> walk.rows().anyMatch(row -> row.contains(recipient) && row.contains(subject)));
        walk.see("Postfach");
        walk.followInRow(recipient, subject);
        walk.see(subject);
        walk.follow("http");
    }

    private void approve(Walk walk, Visitor visitor) {
        var operator = system.account("provider", "operator");
        walk.open(system.console("/anmelden")).see("Anmelden");
        walk.fill("E-Mail-Adresse", operator.email())
                .fill("Passwort", operator.password())
                .press("Anmelden");
        walk.see("Übersicht").navigate("Anträge").see("Anträge").follow(visitor.county());
        walk.see("Antrag").press("Annehmen und einrichten");
        walk.open(system.console("/arbeitsbereiche")).see("Arbeitsbereiche").follow(visitor.county());
        walk.waitFor(() -> walk.words().contains("in Betrieb"));
        walk.see(visitor.county());
        assertThat(walk.words()).contains("Schema und Tabellen", "Freischaltung und Einladung");
        walk.press("Abmelden");
    }

    private void acceptInvitation(Walk walk, String recipient) {
        openMail(walk, recipient, "Einladung");
        walk.see("Einladung annehmen");
        walk.fill("Neues Passwort", PASSWORD)
                .fill("Neues Passwort wiederholen", PASSWORD)
                .press("Passwort speichern")
                .see("Meine Aufgaben");
    }

    private void inviteLead(Walk walk, Visitor visitor) {
        walk.navigate("Konten").see("Konten").follow("Person einladen");
        walk.see("Person einladen")
                .fill("Vor- und Nachname", "Ingo Integration")
                .fill("E-Mail-Adresse", visitor.mail("integration"))
                .choose("Leitung Integration")
                .press("Einladung senden")
                .see("Konten");
        assertThat(walk.words()).contains(visitor.mail("integration"));
        walk.press("Abmelden");
    }

    private void signInAgain(Walk walk, Visitor visitor) {
        walk.press("Abmelden").see("Anmelden");
        walk.fill("E-Mail-Adresse", visitor.mail("integration"))
                .fill("Passwort", "falsch, aber lang")
                .press("Anmelden");
        walk.see("Anmelden", "refused");
        assertThat(walk.words()).contains("stimmen nicht");
        walk.fill("Passwort", PASSWORD).press("Anmelden").see("Meine Aufgaben");
    }

    private void importText(Walk walk, Visitor visitor, Optional<Path> document) {
        walk.navigate("Konzept").see("Integrationskonzept").follow("Konzept importieren");
        walk.see("Konzept importieren");
        document.ifPresentOrElse(file -> walk.upload("Datei", file), () -> walk.fill("Oder Text einfügen", OWN_TEXT));
        walk.press("Vorschau zeigen").see("Vorschau");
        assertThat(walk.words()).contains("Abweichungen", "Sprache");
        walk.choose("In eine neue Fassung").press("Übernehmen").see("Konzept übernommen");
        walk.follow("Zum Konzept").see("");
        assertThat(walk.words()).contains("Sprache");
        if (document.isPresent()) {
            assertThat(walk.words()).contains("Angegeben: 22 Maßnahmen", "Antidiskriminierung");
        }
        assertThat(walk.address()).contains("/" + visitor.slug() + "/konzept");
    }

    private void addMeasure(Walk walk) {
        walk.follow("Sprache").see("Sprache");
        walk.follow("Maßnahme hinzufügen").see("Maßnahme hinzufügen");
        walk.press("Speichern").see("Maßnahme hinzufügen", "with-errors");
        walk.fill("Text", "Der Landkreis stellt einen Überblick über alle Kurse bereit.")
                .fill("Organisation 1", "Amt für Migration")
                .press("Speichern");
        assertThat(walk.words()).contains("Überblick über alle Kurse");
        walk.navigate("Konzept").follow("Alle Maßnahmen");
        walk.see("Alle Maßnahmen").follow("Der Landkreis stellt einen Überblick");
        walk.see("Maßnahme");
    }

    private void assess(Walk walk) {
        walk.follow("Ampel und Verlauf").see("Maßnahme bewerten");
        walk.choose("Gelb")
                .fill("Begründung", "Der Überblick wird zum Herbst fertig.")
                .press("Bewertung speichern");
        walk.see("Maßnahme", "assessed");
        walk.navigate("Ampel").see("Ampel");
        assertThat(walk.words()).contains("Gelb", "Sprache");
    }

    private void readAmpel(Walk walk) {
        Path file = walk.download("Als Excel-Datei");
        try (var stream = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(stream)) {
            assertThat(words(workbook)).contains("Sprache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(XSSFWorkbook workbook) {
        Iterable<Row> rows = () -> workbook.getSheetAt(0).rowIterator();
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(cell -> cell.getStringCellValue())
                .toList();
    }

    private static Optional<Path> ampeldokument() {
        var document = CountyDocuments.folder()
                .map(folder -> folder.resolve(AMPELDOKUMENT))
                .filter(Files::exists);
        if (document.isEmpty()) {
            System.out.println(
                    "The real Ampeldokument is not beside the checkout; a short text of our own stands in for it.");
        }
        return document;
    }

    private record Visitor(String county, String slug) {
        String mail(String who) {
            return who + "@" + slug + ".example";
        }
    }
}
