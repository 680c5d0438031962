package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ImportPagesIT {
    private static final String TEXT = """
            Handlungsfeld Größe
            Oberziel: Alles wird gut.
            Unterziel 1: Kurse für alle
            Maßnahme 1: Kurse am Abend
            """;

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    ImportPagesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept/import";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void takesAFileOverAfterAPreview() throws Exception {
        String preview = preview(upload("konzept.txt", TEXT.getBytes(StandardCharsets.UTF_8), ""));
        assertThat(page(preview)).contains("Größe", "Kurse für alle", "Kurse am Abend", "Zeile 3", "konzept.txt");
        var done = platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        assertThat(done.body()).contains("Konzept übernommen");
        assertThat(page("/" + county.slug() + "/konzept")).contains("Größe", "1 Maßnahme");
        var twice = platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        assertThat(twice.statusCode()).isEqualTo(200);
        assertThat(page("/" + county.slug() + "/konzept"))
                .contains("1 Maßnahme")
                .doesNotContain("Fassungen</h2>");
        assertThat(page(base)).contains("konzept.txt", "übernommen");
    }

    @Test
    void readsPastedTextAndFilesOfOlderWindowsProgrammes() throws Exception {
        assertThat(page(preview(upload("", new byte[0], TEXT)))).contains("Größe", "Eingefügter Text");
        byte[] old = TEXT.getBytes(Charset.forName("windows-1252"));
        assertThat(page(preview(upload("alt.txt", old, "")))).contains("Größe");
    }

    @Test
    void refusesWhatIsNoTextWithASentence() throws Exception {
        var binary = upload("bild.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}, "");
        assertThat(binary.statusCode()).isEqualTo(422);
        assertThat(binary.body()).contains("kein lesbarer Text");
        assertThat(upload("", new byte[0], "").body()).contains("Wählen Sie eine Datei aus");
        assertThat(upload("leer.txt", "  \n ".getBytes(StandardCharsets.UTF_8), "")
                        .body())
                .contains("Der Text ist leer");
        byte[] large = "Handlungsfeld A\n".repeat(340_000).getBytes(StandardCharsets.UTF_8);
        var tooLarge = upload("gross.txt", large, "");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("größer als 5 MB");
        assertThat(page(base)).doesNotContain("Frühere Importe");
    }

    @Test
    void takesNothingOverWhereNothingIsFound() throws Exception {
        String preview = preview(upload("brief.txt", "Guten Tag".getBytes(StandardCharsets.UTF_8), ""));
        assertThat(page(preview)).contains("Kein Konzept gefunden");
        var done = platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        assertThat(done.statusCode()).isEqualTo(422);
        assertThat(page("/" + county.slug() + "/konzept")).contains("Noch kein Konzept");
    }

    @Test
    void refusesAPasteThatIsTooLargeAndATextWithTooManyEntries() throws Exception {
        var paste = upload("", new byte[0], "Handlungsfeld A\n".repeat(340_000));
        assertThat(paste.statusCode()).isEqualTo(413);
        assertThat(paste.body()).contains("größer als 5 MB");
        var many = upload("", new byte[0], "Handlungsfeld A\n" + "Ziel: a\n".repeat(Import.MOST_NODES + 1));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("höchstens 20.000");
    }

    @Test
    void forgetsATextThatNobodyTookOver() throws Exception {
        String preview = preview(upload("", new byte[0], TEXT));
        var id = UUID.fromString(preview.substring(preview.lastIndexOf('/') + 1));
        platform.in(county, () -> platform.bean(AgedUploads.class).age(id, Import.WAITING.plusDays(1)));
        assertThat(platform.page(preview, lead).statusCode()).isEqualTo(404);
        upload("", new byte[0], TEXT);
        assertThat(platform.in(county, () -> platform.bean(AgedUploads.class).number()))
                .isEqualTo(1);
    }

    @Test
    void recordsATakeOverWithoutItsContent() throws Exception {
        String preview = preview(upload("geheim.txt", TEXT.getBytes(StandardCharsets.UTF_8), ""));
        platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"));
        String trail = platform.get("/api/v1/" + county.slug() + "/protokoll", platform.token(county, Roles.ADMIN))
                .body();
        assertThat(trail).contains("concept.imported", "goals 2").doesNotContain("Kurse", "geheim");
    }

    @Test
    void givesOneDraftToTwoPeopleAtOnce() throws Exception {
        String one = preview(upload("a.txt", TEXT.getBytes(StandardCharsets.UTF_8), ""));
        String two = preview(upload("b.txt", TEXT.getBytes(StandardCharsets.UTF_8), ""));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> takeOver(one));
            var second = people.submit(() -> takeOver(two));
            assertThat(first.get()).isEqualTo(200);
            assertThat(second.get()).isEqualTo(200);
        }
        assertThat(page("/" + county.slug() + "/konzept")).contains("1 Maßnahme");
        assertThat(page(base + "/" + two.substring(two.lastIndexOf('/') + 1))).contains("enthält den Text schon");
        String versions = platform.get("/api/v1/" + county.slug() + "/versions", lead.substring("kk_session=".length()))
                .body();
        assertThat(versions.split("\"state\":\"draft\"", -1)).hasSize(2);
    }

    private int takeOver(String preview) throws Exception {
        return platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", "new"))
                .statusCode();
    }

    @Test
    void letsOnlyTheLeadImport() throws Exception {
        for (String role : Roles.list()) {
            assertThat(platform.page(base, platform.cookie(county, role)).statusCode())
                    .isEqualTo(role.equals(Roles.LEAD) ? 200 : 403);
        }
        String preview = preview(upload("konzept.txt", TEXT.getBytes(StandardCharsets.UTF_8), ""));
        Workspace other = platform.county();
        String there = preview.replace(county.slug(), other.slug());
        assertThat(platform.page(there, platform.cookie(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsEveryDeviationOfTheAmpeldokumentWithItsLine() throws Exception {
        var source = TakeOverIT.beside("shared/sources/konstanz-2025-ampeldokument.txt");
        assumeTrue(Files.exists(source), "the Ampeldokument is not beside the project");
        String preview = page(preview(upload("ampel.txt", Files.readAllBytes(source), "")));
        assertThat(preview).contains("QUERSCHNITTSTEHMA", "Insgesamt 5 Unterziele", "193", "Abweichungen (");
        assertThat(preview)
                .contains("11 Handlungsfelder und Querschnittsthemen, 11 Oberziele, 64 Unterziele")
                .contains("Das Dokument nennt 193 Maßnahmen")
                .contains("Bitte prüfen (", "Zeilen, die nicht übernommen werden (");
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String preview(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> upload(String name, byte[] content, String text) throws Exception {
        var token = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"").matcher(page(base));
        assertThat(token.find()).isTrue();
        var body = new ByteArrayOutputStream();
        part(body, "csrfToken", "", token.group(1).getBytes(StandardCharsets.UTF_8));
        part(body, "file", "; filename=\"" + name + "\"", content);
        part(body, "text", "", text.getBytes(StandardCharsets.UTF_8));
        body.writeBytes("--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
        return platform.send(platform.request(base)
                .header("Accept", "text/html")
                .header("Cookie", lead)
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
        String type = more.isEmpty() ? "text/plain; charset=utf-8" : "application/octet-stream";
        body.writeBytes(("--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                        + "\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
