package de.kreiskonzept.platform.concept.book;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineText;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.TakeOver;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chapters of a version on their page and by REST: taken from a template, ordered, named, written in, left out. */
@ExtendWith(PlatformUnderTest.Given.class)
class ChapterIT {
    private static final Pattern ROW = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;
    private String base;
    private String page;
    private String cookie;

    ChapterIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithAField() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept";
        cookie = platform.cookie(county, Roles.LEAD);
        try (var concept = new ConceptSample(county)) {
            concept.section(null, "field_of_action", "Sprache");
            version = concept.version();
        }
        page = base + "/fassung/" + version + "/kapitel";
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        return platform.form(page, page + path, cookie, fields);
    }

    private Chapters chapters() throws Exception {
        return platform.in(county, () -> platform.bean(ChapterStore.class).find(version));
    }

    private Chapter chapter(ChapterKind kind) throws Exception {
        return chapters().find(kind).orElseThrow();
    }

    private List<ChapterKind> kinds() throws Exception {
        return chapters().list().stream().map(Chapter::kind).toList();
    }

    @Test
    void beginsWithTheTemplateAndOrdersNamesAndLeavesOut() throws Exception {
        assertThat(platform.page(base, cookie).body()).contains(page);
        assertThat(platform.page(page, cookie).body()).contains("Noch keine Kapitel", "Kapitel der Vorlage übernehmen");
        assertThat(send("/vorlage", Map.of()).statusCode()).isEqualTo(303);
        assertThat(kinds()).hasSize(9).startsWith(ChapterKind.FOREWORD, ChapterKind.PURPOSE);
        UUID purpose = chapter(ChapterKind.PURPOSE).id();
        assertThat(send("/" + purpose + "/hoch", Map.of()).statusCode()).isEqualTo(303);
        assertThat(kinds()).startsWith(ChapterKind.PURPOSE, ChapterKind.FOREWORD);
        assertThat(send("/" + purpose, Map.of("version", "2", "title", "Wozu das?", "leftOut", "true"))
                        .statusCode())
                .isEqualTo(303);
        String shown = platform.page(page, cookie).body();
        assertThat(shown).contains("Wozu das?", "Weggelassen", "Noch leer, wird nicht gedruckt", "Sprache");
        assertThat(send("", Map.of("title", "Anhang")).statusCode()).isEqualTo(303);
        assertThat(chapters().list().getLast().title()).isEqualTo("Anhang");
    }

    @Test
    void keepsTheTextsOfAChapterThatIsRemoved() throws Exception {
        send("/vorlage", Map.of());
        UUID foreword = chapter(ChapterKind.FOREWORD).id();
        String form = base + "/neu/texte?fassung=" + version + "&kapitel=" + foreword;
        assertThat(platform.page(form, cookie).body()).contains("Kapitel des Dokuments", "selected>Vorwort");
        var fields = Map.of(
                "fassung",
                version.toString(),
                "chapterId",
                foreword.toString(),
                "name",
                "",
                "text",
                "Guten Tag allerseits");
        var created = platform.form(form, base + "/neu/texte", cookie, fields);
        assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith("/kapitel#kapitel-" + foreword);
        assertThat(platform.page(page, cookie).body()).contains("Guten Tag allerseits");
        assertThat(platform.page(base, cookie).body()).doesNotContain("Guten Tag allerseits");
        textsStayWhereProgramsSayNothing(foreword);
        assertThat(send("/" + foreword + "/entfernen", Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(kinds()).hasSize(8).doesNotContain(ChapterKind.FOREWORD);
        assertThat(platform.page(page, cookie).body()).contains("Texte ohne Kapitel", "Fehlende Kapitel ergänzen");
        assertThat(platform.page(base, cookie).body()).contains("Guten Tag allerseits");
        send("/vorlage", Map.of());
        assertThat(kinds()).hasSize(9).startsWith(ChapterKind.FOREWORD);
    }

    private void textsStayWhereProgramsSayNothing(UUID foreword) throws Exception {
        String api = "/api/v1/" + county.slug();
        String list =
                call(api + "/versions/" + version + "/texts", "GET", "", "").body();
        String path = api + "/texts/" + list.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String chapter = "\"chapterId\":\"" + foreword + "\"";
        assertThat(call(path, "PUT", "\"0\"", "{\"text\":\"Guten Tag\"}").body())
                .contains(chapter);
        String out = "{\"text\":\"Guten Tag\",\"withoutChapter\":true}";
        assertThat(call(path, "PUT", "\"1\"", out).body()).doesNotContain("chapterId\":\"");
        String back = "{\"text\":\"Guten Tag allerseits\"," + chapter + "}";
        assertThat(call(path, "PUT", "\"2\"", back).body()).contains(chapter);
    }

    @Test
    void refusesWhatDoesNotFitAndKeepsWhatWasTyped() throws Exception {
        send("/vorlage", Map.of());
        UUID foreword = chapter(ChapterKind.FOREWORD).id();
        var blank = send("/" + foreword, Map.of("version", "1", "title", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("href=\"#f-title\"");
        var stale = send("/" + foreword, Map.of("version", "0", "title", "Grußwort"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("inzwischen geändert", "value=\"Grußwort\"");
        assertThat(send("", Map.of("title", "x".repeat(301))).statusCode()).isEqualTo(422);
        assertThat(send("/" + UUID.randomUUID() + "/hoch", Map.of()).statusCode())
                .isEqualTo(404);
        var fields = Map.of(
                "fassung", version.toString(), "chapterId", UUID.randomUUID().toString(), "text", "x");
        assertThat(platform.form(base + "/neu/texte?fassung=" + version, base + "/neu/texte", cookie, fields)
                        .statusCode())
                .isEqualTo(404);
        for (int i = chapters().list().size(); i < Chapters.MOST; i++) {
            send("", Map.of("title", "Anhang " + i));
        }
        var full = send("", Map.of("title", "Einer zu viel"));
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body()).contains("Mehr als 40 Kapitel", "Einer zu viel");
    }

    @Test
    void letsReadersReadAndNobodyChangeAnAdoptedVersion() throws Exception {
        send("/vorlage", Map.of());
        UUID foreword = chapter(ChapterKind.FOREWORD).id();
        String reader = platform.cookie(county, Roles.READER);
        assertThat(platform.page(page, reader).body()).contains("Vorwort").doesNotContain("Kapitel bearbeiten");
        assertThat(platform.page(page + "/" + foreword, reader).statusCode()).isEqualTo(403);
        adopt();
        assertThat(platform.page(page, cookie).body()).contains("Vorwort").doesNotContain("Kapitel bearbeiten");
        assertThat(send("/" + foreword + "/runter", Map.of()).statusCode()).isEqualTo(409);
        assertThat(send("/vorlage", Map.of()).statusCode()).isEqualTo(409);
        assertThat(kinds()).startsWith(ChapterKind.FOREWORD);
        assertThat(platform.page(base + "/fassung/" + UUID.randomUUID() + "/kapitel", cookie)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhichChapterIsEmptyAndNothingWhereNoneWasChosen() throws Exception {
        String checks = base + "/pruefung?art=kapitel-leer&version=" + version;
        assertThat(platform.page(checks, cookie).body()).contains("Nichts gefunden");
        send("/vorlage", Map.of());
        String found = platform.page(checks, cookie).body();
        assertThat(found)
                .contains(
                        "6 Stellen",
                        "Kapitel ohne Inhalt",
                        "/kapitel#kapitel-" + chapter(ChapterKind.THEMES).id())
                .doesNotContain(chapter(ChapterKind.FIELDS).id().toString());
        UUID themes = chapter(ChapterKind.THEMES).id();
        send("/" + themes, Map.of("version", "1", "title", "Themen", "leftOut", "true"));
        assertThat(platform.page(checks, cookie).body()).contains("5 Stellen").doesNotContain(themes.toString());
    }

    @Test
    void takesChaptersAndTheirTextsIntoARevisionAndComparesThem() throws Exception {
        send("/vorlage", Map.of());
        write(chapter(ChapterKind.FOREWORD).id(), "Guten Tag allerseits");
        String life = base + "/fassungen/" + version;
        adopt();
        var revised = platform.form(
                life, life + "/fortschreiben", cookie, Map.of("label", "Zweite", "relation", "successor"));
        String draft = revised.headers().firstValue("Location").orElseThrow();
        UUID old = version;
        version = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
        page = base + "/fassung/" + version + "/kapitel";
        assertThat(kinds()).hasSize(9);
        assertThat(platform.page(page, cookie).body()).contains("Guten Tag allerseits");
        assertThat(version).isNotEqualTo(old);
        send("/" + chapter(ChapterKind.FOREWORD).id(), Map.of("version", "1", "title", "Grußwort"));
        write(chapter(ChapterKind.PURPOSE).id(), "Damit alle mitreden");
        String figure = "{\"versionId\":\"" + version + "\",\"name\":\"Zugezogene\",\"chart\":\"bar\","
                + "\"readings\":[{\"period\":\"2024\",\"value\":1234}]}";
        assertThat(call("/api/v1/" + county.slug() + "/figures", "POST", "", figure)
                        .statusCode())
                .isEqualTo(201);
        assertThat(platform.page(draft + "/vergleich", cookie).body())
                .contains("Kapitel und Texte", "Vorwort → Grußwort", "Damit alle mitreden")
                .contains("Zugezogene; 2024: 1.234")
                .doesNotContain("Zahlen, Daten, Fakten →");
    }

    @Test
    void putsImportedTextsIntoTheChaptersTheyMean() throws Exception {
        send("/vorlage", Map.of());
        var outline = new ConceptOutline(
                "", StatedCounts.NONE, List.of(new OutlineText("1. Vorwort", "Herzlich willkommen", 0)), List.of());
        version = platform.in(
                county,
                () -> platform.bean(TakeOver.class)
                        .asNewVersion(outline, "2.0", "Probe")
                        .versionId());
        page = base + "/fassung/" + version + "/kapitel";
        assertThat(kinds()).hasSize(9);
        assertThat(platform.page(page, cookie).body())
                .contains("Herzlich willkommen")
                .doesNotContain("Texte ohne Kapitel");
    }

    private void adopt() throws Exception {
        String life = base + "/fassungen/" + version;
        var row = ROW.matcher(platform.page(life, cookie).body());
        assertThat(row.find()).isTrue();
        var adopted =
                Map.of("version", row.group(1), "state", "adopted", "decidedOn", "2026-03-14", "decidedBy", "Kreistag");
        assertThat(platform.form(life, life + "/stand", cookie, adopted).statusCode())
                .isEqualTo(303);
    }

    private void write(UUID chapter, String text) throws Exception {
        var fields = Map.of("fassung", version.toString(), "chapterId", chapter.toString(), "text", text);
        assertThat(platform.form(base + "/neu/texte?fassung=" + version, base + "/neu/texte", cookie, fields)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void servesProgramsTheListAsAWhole() throws Exception {
        send("/vorlage", Map.of());
        String path = "/api/v1/" + county.slug() + "/versions/" + version + "/chapters";
        var read = call(path, "GET", "", "");
        assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
        UUID themes = chapter(ChapterKind.THEMES).id();
        String body = "{\"chapters\":[{\"kind\":\"own\",\"title\":\"Anfang\"},{\"id\":\"" + themes
                + "\",\"title\":\"Themen\",\"leftOut\":true}]}";
        assertThat(call(path, "PUT", "\"0\"", body).statusCode()).isEqualTo(412);
        var changed = call(path, "PUT", "\"1\"", body);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body())
                .contains("\"version\":2", "\"kind\":\"themes\",\"title\":\"Themen\",\"leftOut\":true");
        assertThat(kinds()).containsExactly(ChapterKind.OWN, ChapterKind.THEMES);
        String twice = "{\"chapters\":[{\"kind\":\"fields\",\"title\":\"A\"},{\"kind\":\"fields\",\"title\":\"B\"}]}";
        assertThat(call(path, "PUT", "\"2\"", twice).statusCode()).isEqualTo(422);
        assertThat(call(path, "PUT", "\"2\"", "{\"chapters\":[{\"kind\":\"unbekannt\",\"title\":\"A\"}]}")
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> call(String path, String method, String match, String body) throws Exception {
        HttpRequest.Builder request = platform.request(path)
                .header("Authorization", "Bearer " + platform.token(county, Roles.LEAD))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return platform.send(match.isEmpty() ? request : request.header("If-Match", match));
    }
}
