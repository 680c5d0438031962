package de.kreiskonzept.platform.participation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The summary of a comment round as a file: what everybody may read with its answers, and how much there was. */
@ExtendWith(PlatformUnderTest.Given.class)
class SummaryIT {
    private final PlatformUnderTest platform;

    SummaryIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void holdsWhatIsShownWithItsAnswersAndNoAddress() throws Exception {
        var sample = new CommentSample(platform);
        String round = sample.opened();
        String link = sample.mailed();
        sample.say(link, "measure", "Kurse auf dem Land");
        sample.say(link, Map.of("kind", "comment", "text", "Gut so", "named", "ja"));
        sample.say(link, "comment", "Werbung");
        for (String words : new String[] {"Kurse auf dem Land", "Gut so"}) {
            String said = sample.contribution(round, words);
            sample.post(said, said + "/zeigen", Map.of("version", "0"));
        }
        String measure = sample.contribution(round, "Kurse auf dem Land");
        sample.post(measure, measure, Map.of("version", "1", "decision", "refused", "answer", "Dafür fehlt das Geld."));

        assertThat(sample.page(round)).contains("/zusammenfassung.pdf", "/zusammenfassung.docx");
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(file(round + "/zusammenfassung.docx", sample.lead)))) {
            String paragraphs = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            String tables =
                    document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
            assertThat(paragraphs)
                    .contains("Kommentierung 2026", "Zum ganzen Entwurf", "Kurse sind gut zu erreichen.")
                    .contains(
                            "Gezeigte Beiträge: 2, davon noch ohne Antwort: 1.", "1 Beitrag ist hier nicht aufgeführt");
            assertThat(tables)
                    .contains("Kurse auf dem Land", "Dafür fehlt das Geld.", "Gut so", "Anmerkung, Eva Muster")
                    .contains("Sprache\t0\t0\t1", "Zum ganzen Entwurf\t1\t0\t0", "nicht übernommen\t1");
            assertThat(paragraphs + tables).doesNotContain("Werbung", "verein.example");
            assertThat((paragraphs + tables).split("Eva Muster", -1))
                    .as("named where she agreed")
                    .hasSize(2);
        }
        assertThat(new String(file(round + "/zusammenfassung.pdf", sample.lead), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        String reader = platform.cookie(sample.county, Roles.READER);
        assertThat(platform.send(
                                platform.request(round + "/zusammenfassung.pdf").header("Cookie", reader))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.page(round, reader).body()).doesNotContain("/zusammenfassung");
    }

    private byte[] file(String path, String cookie) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(
                    platform.request(path).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
