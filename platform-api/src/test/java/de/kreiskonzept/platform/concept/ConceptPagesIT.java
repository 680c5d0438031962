package de.kreiskonzept.platform.concept;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ConceptPagesIT {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    ConceptPagesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/konzept";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void offersToBeginWhereThereIsNoConcept() throws Exception {
        assertThat(page(base)).contains("Noch kein Konzept", "Konzept importieren", "Leer beginnen");
        assertThat(platform.page(base, platform.cookie(county, Roles.READER)).body())
                .doesNotContain("Leer beginnen");
    }

    @Test
    void treeNeedsTwoStatementsWhateverItsSize() throws Exception {
        String section = section("Sprache");
        for (int i = 0; i < 20; i++) {
            node(section, base + "/neu/ziele?abschnitt=" + id(section), "ziele", goal(section, "Ziel " + i));
        }
        Statements statements = platform.bean(Statements.class);
        statements.forget();

        assertThat(page(base)).contains("Ziel 0", "Ziel 19");
        assertThat(statements.about("concept")).hasSizeBetween(1, 2);
    }

    @Test
    void walksFromAnEmptyConceptToAMeasure() throws Exception {
        String section = section("Sprache");
        String goal =
                node(section, base + "/neu/ziele?abschnitt=" + id(section), "ziele", goal(section, "Kurse für alle"));
        assertThat(goal).contains("Kurse für alle");
        var fields = Map.of("abschnitt", id(section), "text", "Kurse am Abend", "responsible", "VHS");
        String measures = node(section, base + "/neu/massnahmen?abschnitt=" + id(section), "massnahmen", fields);
        assertThat(measures).contains("Kurse am Abend", "Maßnahmen ohne Ziel");
        String href = first(measures, "href=\"(" + base + "/massnahmen/[0-9a-f-]{36})\"");
        assertThat(page(href)).contains("Kurse am Abend", "VHS", "Nicht bewertet");
        assertThat(page(base)).contains("1 Ziel", "1 Maßnahme", "1 nicht bewertet");
        assertThat(page(base + "/massnahmen?suche=abend&zustaendig=vhs&ampel=grau&auswertung=ja"))
                .contains("Kurse am Abend", "1 Maßnahme");
        assertThat(page(base + "/massnahmen?ampel=gruen")).contains("Nichts gefunden");
    }

    @Test
    void showsScriptsAsText() throws Exception {
        String section = section("<script>alert(1)</script>");
        assertThat(page(section)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void deletesWithAButtonThatTakesItBack() throws Exception {
        String section = section("Sprache");
        var deleted = platform.form(base, section + "/loeschen", lead, Map.of("version", "0"));
        assertThat(deleted.statusCode()).isEqualTo(303);
        String after = page(location(deleted));
        assertThat(after).contains("Gelöscht", "Rückgängig").doesNotContain("Sprache");
        platform.form(base, section + "/wiederherstellen", lead, Map.of());
        assertThat(page(base)).contains("Sprache");
    }

    @Test
    void movesWithAButton() throws Exception {
        section("Sprache");
        String work = section("Arbeit");
        platform.form(base, work + "/hoch", lead, Map.of());
        String tree = page(base);
        assertThat(tree.indexOf(">Arbeit<")).isLessThan(tree.indexOf(">Sprache<"));
    }

    @Test
    void showsBothTextsWhereSomeoneElseWasFaster() throws Exception {
        String section = section("Sprache");
        String edit = section + "/bearbeiten";
        String seen = first(page(edit), VERSION.pattern());
        var first = Map.of("kind", "field_of_action", "name", "Sprache und Schrift", "version", seen);
        assertThat(platform.form(edit, edit, lead, first).statusCode()).isEqualTo(303);
        var second = Map.of("kind", "field_of_action", "name", "Deutsch lernen", "version", seen);
        var answer = platform.form(edit, edit, lead, second);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Sprache und Schrift", "Deutsch lernen", "Inzwischen gespeichert");
        String fresh = first(answer.body(), VERSION.pattern());
        var again = new HashMap<>(second);
        again.put("version", fresh);
        assertThat(platform.form(edit, edit, lead, again).statusCode()).isEqualTo(303);
        assertThat(page(section)).contains("Deutsch lernen");
    }

    @Test
    void keepsWhatWasEnteredWhereAFieldIsWrong() throws Exception {
        String section = section("Sprache");
        String edit = section + "/bearbeiten";
        var wrong = Map.of(
                "kind",
                "field_of_action",
                "number",
                "x".repeat(21),
                "name",
                "",
                "statedGoals",
                "viele",
                "version",
                "0");
        var answer = platform.form(edit, edit, lead, wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("„Name“ fehlt", "höchstens 20 Zeichen", "ganze Zahl", "x".repeat(21), "viele");
        var nul = Map.of("kind", "field_of_action", "name", "A\0B", "version", "0");
        assertThat(platform.form(edit, edit, lead, nul).statusCode()).isEqualTo(400);
        var kind = Map.of("kind", "irgendwas", "name", "A", "version", "0");
        assertThat(platform.form(edit, edit, lead, kind).statusCode()).isEqualTo(422);
        assertThat(page(section)).contains("Sprache");
    }

    @Test
    void showsADifferenceOfCountsAsAWarning() throws Exception {
        String section = section("Sprache");
        String edit = section + "/bearbeiten";
        var stated = Map.of("kind", "field_of_action", "name", "Sprache", "statedMeasures", "22", "version", "0");
        assertThat(platform.form(edit, edit, lead, stated).statusCode()).isEqualTo(303);
        assertThat(page(section)).contains("Angegeben: 22 Maßnahmen, erfasst: 0.");
        assertThat(page(base)).contains("Angegeben: 22 Maßnahmen, erfasst: 0.");
    }

    @Test
    void letsEveryRoleReadAndOnlySomeChange() throws Exception {
        String section = section("Sprache");
        for (String role : Roles.list()) {
            String cookie = platform.cookie(county, role);
            assertThat(platform.page(base, cookie).statusCode()).isEqualTo(200);
            assertThat(platform.page(section, cookie).statusCode()).isEqualTo(200);
            assertThat(platform.page(base + "/massnahmen", cookie).statusCode()).isEqualTo(200);
            boolean changes = role.equals(Roles.LEAD);
            String add = base + "/neu/ziele?abschnitt=" + id(section);
            assertThat(platform.page(add, cookie).statusCode()).isEqualTo(changes ? 200 : 403);
            assertThat(platform.page(section + "/bearbeiten", cookie).statusCode())
                    .isEqualTo(role.equals(Roles.LEAD) ? 200 : 403);
        }
    }

    @Test
    void knowsNothingOfAnotherCounty() throws Exception {
        String section = section("Geheimes Feld");
        Workspace other = platform.county();
        String cookie = platform.cookie(other, Roles.LEAD);
        String there = "/" + other.slug() + "/konzept/abschnitte/" + id(section);
        assertThat(platform.page(there, cookie).statusCode()).isEqualTo(404);
        assertThat(platform.page(there + "/bearbeiten", cookie).statusCode()).isEqualTo(404);
        assertThat(platform.page(section, cookie).body()).doesNotContain("Geheimes Feld");
    }

    private String section(String name) throws Exception {
        platform.form(base, base + "/beginnen", lead, Map.of("title", "Integrationskonzept Prüfstadt"));
        String version = first(page(base), "/fassung/([0-9a-f-]{36})");
        var fields = Map.of("fassung", version, "kind", "field_of_action", "name", name);
        var created =
                platform.form(base + "/neu/abschnitte?fassung=" + version, base + "/neu/abschnitte", lead, fields);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(303);
        return location(created);
    }

    private static Map<String, String> goal(String section, String text) {
        return Map.of("abschnitt", id(section), "kind", "sub_goal", "number", "1", "text", text);
    }

    private String node(String section, String form, String kind, Map<String, String> fields) throws Exception {
        var created = platform.form(form, base + "/neu/" + kind, lead, fields);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(303);
        assertThat(location(created)).isEqualTo(section);
        return page(section);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String id(String section) {
        return section.substring(section.length() - 36);
    }

    private static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
