package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class TakingBackIT {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FIRST = """
            Handlungsfeld Sprache
            Ziel 1: Alle finden einen Kurs.
            Maßnahme 1: Kurse am Abend
            """;
    private static final String SECOND = """
            Handlungsfeld Sprache
            Insgesamt 1 Unterziel und 7 Maßnahmen
            Ziel 1: Alle finden einen Kurs.
            Maßnahme 1: Kurse am Abend
            Maßnahme 2: Kurse am Morgen
            Handlungsfeld Wohnen
            Ziel 1: Alle finden eine Wohnung.
            """;

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    TakingBackIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept/import";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void deletesTheDraftThatTheUploadBeganAndLetsItWaitAgain() throws Exception {
        String upload = text(FIRST);
        takeOver(upload, "new");
        assertThat(platform.page(base, lead).body()).contains("Übernahme rückgängig machen");

        HttpResponse<String> back = takeBack(upload);

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body())
                .contains("Die Übernahme ist rückgängig gemacht", "noch nicht übernommen")
                .doesNotContain("Übernahme rückgängig machen");
        assertThat(platform.page("/" + county.slug() + "/konzept", lead).body()).contains("Noch kein Konzept");
        takeOver(upload, "new");
        assertThat(rows(draft())).hasSize(4);
    }

    @Test
    void leavesTheDraftAsItWasBefore() throws Exception {
        takeOver(text(FIRST), "new");
        UUID draft = draft();
        List<OutlineRow> before = rows(draft);
        String second = text(SECOND);
        takeOver(second, draft.toString());
        assertThat(words(rows(draft))).contains("Kurse am Morgen", "Wohnen");
        assertThat(platform.page("/" + county.slug() + "/konzept", lead).body()).contains("7 Maßnahmen");

        takeBack(second);

        assertThat(platform.page("/" + county.slug() + "/konzept", lead).body()).doesNotContain("7 Maßnahmen");
        assertThat(contents(rows(draft))).isEqualTo(contents(before));
        assertThat(platform.page("/" + county.slug() + "/konzept/papierkorb", lead)
                        .body())
                .contains("Wohnen", "Kurse am Morgen")
                .doesNotContain("Kurse am Abend");
        takeOver(second, draft.toString());
        assertThat(words(rows(draft))).contains("Kurse am Morgen", "Wohnen");
    }

    @Test
    void givesBackTheWordsThatATableHasChanged() throws Exception {
        takeOver(text(FIRST), "new");
        UUID draft = draft();
        List<OutlineRow> before = rows(draft);
        String table = upload(
                WORKBOOK,
                SheetWriter.write(before.stream().map(TakingBackIT::shouted).toList(), List.of()));
        takeOver(table, draft.toString());
        assertThat(words(rows(draft))).contains("KURSE AM ABEND");

        takeBack(table);

        assertThat(contents(rows(draft))).isEqualTo(contents(before));
    }

    @Test
    void refusesWhereSomethingWasAddedSinceAndChangesNothing() throws Exception {
        takeOver(text(FIRST), "new");
        UUID draft = draft();
        String second = text(SECOND);
        takeOver(second, draft.toString());
        UUID living = platform.in(
                        county,
                        () -> platform.bean(Concepts.class).findTree(draft).orElseThrow())
                .allSections()
                .getLast()
                .id();
        String concept = "/" + county.slug() + "/konzept";
        var goal =
                Map.of("abschnitt", living.toString(), "kind", "sub_goal", "number", "2", "text", "Alle wohnen gut.");
        platform.form(concept + "/neu/ziele?abschnitt=" + living, concept + "/neu/ziele", lead, goal);
        List<OutlineRow> before = rows(draft);
        assertThat(words(before)).contains("Alle wohnen gut.");

        HttpResponse<String> back = takeBack(second);

        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("Seit der Übernahme wurde ein Eintrag geändert");
        assertThat(rows(draft)).isEqualTo(before);
    }

    @Test
    void isNothingForOtherCountiesAndOtherRoles() throws Exception {
        String upload = text(FIRST);
        takeOver(upload, "new");

        assertThat(delete(platform.county(), Roles.LEAD, upload)).isEqualTo(404);
        assertThat(delete(county, Roles.EDITOR, upload)).isEqualTo(403);
        assertThat(rows(draft())).hasSize(4);
        assertThat(delete(county, Roles.LEAD, upload)).isEqualTo(204);
        assertThat(delete(county, Roles.LEAD, upload)).isEqualTo(409);
    }

    private String upload(String type, byte[] bytes) throws Exception {
        var answer = platform.send(platform.request("/api/v1/" + county.slug() + "/imports")
                .header("Authorization", "Bearer " + platform.token(county, Roles.LEAD))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private String text(String words) throws Exception {
        return upload("text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    private int delete(Workspace county, String role, String upload) throws Exception {
        return platform.send(platform.request("/api/v1/" + county.slug() + "/imports/" + upload + "/take-over")
                        .header("Authorization", "Bearer " + platform.token(county, role))
                        .DELETE())
                .statusCode();
    }

    private void takeOver(String upload, String target) throws Exception {
        String preview = base + "/" + upload;
        var answer = platform.form(preview, preview + "/uebernehmen", lead, Map.of("target", target));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> takeBack(String upload) throws Exception {
        return platform.form(base, base + "/" + upload + "/rueckgaengig", lead, Map.of());
    }

    private UUID draft() throws Exception {
        return platform.in(
                        county,
                        () -> platform.bean(Concepts.class).findCurrentVersion().orElseThrow())
                .id();
    }

    private List<OutlineRow> rows(UUID version) throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).rows(version).orElseThrow());
    }

    private static OutlineRow shouted(OutlineRow row) {
        var values = new EnumMap<OutlineRow.Field, String>(row.values());
        values.computeIfPresent(OutlineRow.Field.TEXT, (_, words) -> words.toUpperCase(Locale.GERMAN));
        return new OutlineRow(row.line(), row.kind(), row.depth(), values, row.id(), row.version());
    }

    private static List<String> words(List<OutlineRow> rows) {
        return rows.stream().map(row -> row.value(OutlineRow.Field.TEXT)).toList();
    }

    private static List<Map<OutlineRow.Field, String>> contents(List<OutlineRow> rows) {
        return rows.stream().map(OutlineRow::values).toList();
    }
}
