package de.kreiskonzept.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The seats of all committees as a file. */
@ExtendWith(PlatformUnderTest.Given.class)
class SeatFilesIT {
    private final PlatformUnderTest platform;
    private CommitteeSite site;
    private String group;

    SeatFilesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aGroupWithThreeSeats() throws Exception {
        site = new CommitteeSite(platform);
        group = site.found("=1+1; Lenkungsgruppe", "guidance_group", "");
        site.rule(group, CommitteeSite.rule("Leitung", "1"), "chair", "ja", "voting", "");
        site.rule(group, CommitteeSite.rule("Ehrenamt", "2"));
        String seat = site.find(group, "/regeln/([0-9a-f-]{36})\">Ehrenamt") + "|";
        site.seat(group, seat, "@SUMME(A1) Muster", "2020-01-01", "2030-12-31");
        String term = site.find(group, "href=\"" + group + "/amtszeiten/([0-9a-f-]{36})\"");
        site.send(
                group + "/amtszeiten",
                Map.of("deputyOf", term, "name", "Adam Beispiel", "from", "2021-01-01", "version", ""));
    }

    @Test
    void hasARowForEveryHolderDeputyAndVacancy() throws Exception {
        String text = new String(bytes(".csv?am=2025-06-30"), StandardCharsets.UTF_8);
        assertThat(text.lines())
                .containsExactly(
                        "\uFEFFGremium;Sitz;Organisation;Name;Rolle;Stimmberechtigt;Erster Tag;Letzter Tag",
                        "\"'=1+1; Lenkungsgruppe\";Leitung;;;Vorsitz;nein;;",
                        "\"'=1+1; Lenkungsgruppe\";Ehrenamt;;'@SUMME(A1) Muster;Mitglied;ja;01.01.2020;31.12.2030",
                        "\"'=1+1; Lenkungsgruppe\";Ehrenamt;;Adam Beispiel;Stellvertretung;ja;01.01.2021;",
                        "\"'=1+1; Lenkungsgruppe\";Ehrenamt;;;Mitglied;ja;;");
    }

    @Test
    void saysTheSameInExcelWithoutAFormula() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(".xlsx?am=2025-06-30")))) {
            var row = workbook.getSheetAt(0).getRow(2);
            assertThat(row.getCell(0).getStringCellValue()).endsWith("=1+1; Lenkungsgruppe");
            assertThat(row.getCell(3).getStringCellValue()).endsWith("@SUMME(A1) Muster");
            assertThat(workbook.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(5);
        }
    }

    @Test
    void isForTheLeadOfThisCountyAlone() throws Exception {
        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            assertThat(status(platform.cookie(site.county, role))).as(role).isEqualTo(403);
        }
        var other = platform.county();
        assertThat(status(platform.cookie(other, Roles.LEAD))).isEqualTo(404);
    }

    private int status(String cookie) throws Exception {
        return platform.send(platform.request(site.base + ".csv").header("Cookie", cookie))
                .statusCode();
    }

    private byte[] bytes(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        platform.request(site.base + path)
                                .header("Accept", "text/html,*/*;q=0.8")
                                .header("Cookie", site.lead)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
