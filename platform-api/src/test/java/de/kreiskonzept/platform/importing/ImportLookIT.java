package de.kreiskonzept.platform.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import de.kreiskonzept.foundation.web.Chromium;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.Files;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An import in Chromium from the file to the concept and back; pictures lie in {@code target/look} where they are wanted. */
@ExtendWith(PlatformUnderTest.Given.class)
class ImportLookIT {
    private static final Path PICTURES = Path.of("target", "look");
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlatformUnderTest platform;
    private Chromium chromium;
    private Workspace county;

    ImportLookIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void bringsAFileInChangesItsColumnsTakesItOverAndBack() throws Exception {
        try (var page = signedIn(chromium.page(1280, ColorScheme.LIGHT))) {
            upload(
                    page,
                    Files.workbook(
                            "Feld|Absicht|Vorhaben|Stand",
                            "Sprache|Kurse sind zu finden.|Kurs am Abend|lila",
                            "Sprache|Kurse sind zu finden.|Kurs am Abend|umgesetzt"));
            assertThat(page.locator("h1")).containsText("Spalten");
            look(page, "spalten");
            page.getByLabel("Feld").selectOption("field");
            page.getByLabel("Absicht").selectOption("goal");
            page.getByLabel("Vorhaben").selectOption("measure");
            page.getByLabel("Stand").selectOption("light");
            press(page, "Vorschau zeigen");
            if (page.url().contains("/spalten")) {
                page.getByLabel("umgesetzt").selectOption("green");
                press(page, "Vorschau zeigen");
            }
            assertThat(page.locator("main")).containsText("Zelle Plan!D2");
            assertThat(page.locator("main")).containsText("Zelle Plan!C3");
            look(page, "vorschau");

            press(page, "Übernehmen");
            assertThat(page.locator("h1")).containsText("übernommen");
            look(page, "uebernommen");
            press(page, "Übernahme rückgängig machen");
            assertThat(page.locator("main, .kern-alert").first()).containsText("rückgängig gemacht");
            page.navigate(concept());
            assertThat(page.locator("main")).containsText("Noch kein Konzept");
        }
    }

    @Test
    void bringsTheOwnWorkbookBackWithAMoveAndALight() throws Exception {
        try (var page = signedIn(chromium.page(1280, ColorScheme.DARK))) {
            page.navigate(concept() + "/import");
            page.getByLabel("Oder Text einfügen").fill("""
                    Handlungsfeld Sprache
                    Ziel 1: Kurse sind zu finden.
                    Maßnahme 1: Kurs am Abend
                    Maßnahme 2: Kurs am Morgen
                    Ziel 2: Prüfungen gelingen.
                    Maßnahme 3: Nachhilfe
                    """);
            press(page, "Vorschau zeigen");
            press(page, "Übernehmen");
            page.navigate(concept() + "/import");
            Path file = page.waitForDownload(() ->
                            page.getByText("Konzept zum Bearbeiten").first().click())
                    .path();

            upload(page, edited(java.nio.file.Files.readAllBytes(file)));

            assertThat(page.locator("main")).containsText("Steht unter");
            assertThat(page.locator("main")).containsText("In der Datei: Gelb");
            assertThat(page.locator("main")).containsText("werden nicht übernommen");
            look(page, "aenderungen");
            press(page, "Übernehmen");
            upload(page, edited(java.nio.file.Files.readAllBytes(file)));
            assertThat(page.locator("main")).containsText("enthält den Text schon");
        }
    }

    /** Moves the first measure below the second goal and gives lights: one that says why and one that does not. */
    private static byte[] edited(byte[] workbook) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
            var sheet = book.getSheetAt(0);
            var from = sheet.getRow(4);
            var to = sheet.createRow(sheet.getLastRowNum() + 1);
            from.forEach(cell -> {
                var copy = to.createCell(cell.getColumnIndex());
                switch (cell.getCellType()) {
                    case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
                    default -> copy.setCellValue(cell.getStringCellValue());
                }
            });
            sheet.removeRow(from);
            to.createCell(light()).setCellValue("Gelb");
            to.createCell(light() + 2).setCellValue("Der Raum fehlt.");
            sheet.getRow(5).createCell(light()).setCellValue("Rot");
            sheet.getRow(5).createCell(light() + 3).setCellValue("vielleicht");
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static int light() {
        return de.kreiskonzept.model.importing.table.OutlineRow.Field.LIGHT.column();
    }

    private void upload(Page page, byte[] file) {
        page.navigate(concept() + "/import");
        page.getByLabel("Datei").setInputFiles(new FilePayload("plan.xlsx", SHEET, file));
        press(page, "Vorschau zeigen");
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private String concept() {
        return platform.url() + "/" + county.slug() + "/konzept";
    }

    private Page signedIn(Page page) throws Exception {
        page.context()
                .addCookies(
                        List.of(new Cookie("kk_session", platform.token(county, Roles.LEAD)).setUrl(platform.url())));
        return page;
    }

    private static void look(Page page, String name) {
        Chromium.expectNoBarrier(page);
        Chromium.picture(page, PICTURES.resolve("import-" + name + ".png"));
        page.setViewportSize(320, 800);
        Chromium.expectNoSidewaysScrolling(page);
        Chromium.picture(page, PICTURES.resolve("import-" + name + "-320.png"));
        page.setViewportSize(1280, 800);
    }
}
