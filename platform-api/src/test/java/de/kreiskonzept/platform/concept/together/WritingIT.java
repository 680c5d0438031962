package de.kreiskonzept.platform.concept.together;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.writing.Writing;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drafts of forms, who is present, and what happens when two people change the same text. */
@ExtendWith(PlatformUnderTest.Given.class)
class WritingIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID section;
    private UUID goal;
    private UUID version;
    private String one;
    private String two;

    WritingIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
        try (var sample = new ConceptSample(county)) {
            version = sample.version();
            section = sample.section(null, "field_of_action", "Sprache");
            goal = sample.goal(section, null, "sub_goal", "Kurse");
        }
        one = platform.cookie(county, Roles.LEAD);
        two = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void keepsADraftForItsWriterAlone() throws Exception {
        assertThat(draft(one, "Kurse am Abend").body()).contains("Entwurf gesichert um");
        assertThat(form(one))
                .contains("Sie haben einen nicht gespeicherten Entwurf", "<ins>", "am Abend", "Weiterschreiben");
        assertThat(form(two)).contains("Kurse</textarea>").doesNotContain("am Abend");
        assertThat(page(one, goalForm() + "?entwurf=ja"))
                .contains("Kurse am Abend</textarea>", "noch nicht gespeichert");
    }

    @Test
    void forgetsADraftThatIsSavedOrThrownAwayOrSaysNothingNew() throws Exception {
        draft(one, "Kurse am Abend");
        draft(one, "Kurse");
        assertThat(form(one)).contains("Kurse</textarea>");
        draft(one, "Kurse am Abend");
        platform.form(goalForm(), path("ziele/" + goal + "/entwurf/verwerfen"), one, fields("", 0));
        assertThat(form(one)).contains("Kurse</textarea>");
        draft(one, "Kurse am Abend");
        assertThat(save(one, "Kurse am Abend", 0).statusCode()).isEqualTo(303);
        assertThat(form(one)).contains("Kurse am Abend</textarea>").doesNotContain("nicht gespeicherten Entwurf");
    }

    @Test
    void keepsTheDraftOfANewPartAtItsPlace() throws Exception {
        String form = path("neu/massnahmen?abschnitt=" + section + "&ziel=" + goal);
        var fields = Map.of("abschnitt", section.toString(), "ziel", goal.toString(), "text", "Ein Kurs");
        platform.form(form, path("neu/massnahmen/entwurf"), one, fields);
        assertThat(page(one, form)).contains("Ein Kurs", "Weiterschreiben", "entwurf=ja");
        assertThat(page(one, form + "&entwurf=ja")).contains("Ein Kurs</textarea>");
        assertThat(page(one, path("neu/massnahmen?abschnitt=" + section)))
                .as("another place")
                .doesNotContain("Ein Kurs");
        assertThat(platform.form(form, path("neu/massnahmen"), one, fields).statusCode())
                .isEqualTo(303);
        assertThat(page(one, form)).doesNotContain("Weiterschreiben");
    }

    @Test
    void saysWhatOthersChangedSinceTheDraftBegan() throws Exception {
        draft(one, "Kurse am Abend");
        save(two, "Kurse und Treffen", 0);
        assertThat(form(one)).contains("Inzwischen von anderen geändert", "Treffen", "Prüfperson lead");
        var answer = save(one, "Kurse am Abend", 0);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(form(one)).as("the draft outlives the conflict").contains("am Abend");
    }

    @Test
    void keepsADraftForThirtyDaysAndNoLonger() throws Exception {
        draft(one, "Kurse am Abend");
        clearAfter(Duration.ofDays(29));
        assertThat(count()).isEqualTo(1);
        clearAfter(Duration.ofDays(2));
        assertThat(count()).isZero();
    }

    @Test
    void refusesADraftThatIsTooLongAndKeepsTheEarlierOne() throws Exception {
        draft(one, "Kurse am Abend");
        assertThat(draft(one, "x".repeat(Writing.LIMIT)).body()).contains("zu lang");
        assertThat(form(one)).contains("am Abend");
    }

    @Test
    void tellsWhoElseIsAtTheFormForTwoMinutes() throws Exception {
        assertThat(present(one)).isBlank();
        assertThat(present(one)).as("oneself in another window").isBlank();
        assertThat(present(two)).contains("Wird gerade auch bearbeitet von Prüfperson lead");
        assertThat(page(two, path("abschnitte/" + section + "/entwurf/anwesend")))
                .contains("Prüfperson lead („Kurse“)");
        assertThat(form(two)).contains("Wird gerade auch bearbeitet von");
        platform.bean(MovableClock.class).advance(Duration.ofMinutes(3));
        assertThat(page(two, path("abschnitte/" + section + "/entwurf/anwesend")))
                .isBlank();
        clearAfter(Duration.ZERO);
        assertThat(count()).isZero();
    }

    @Test
    void showsBothTextsAndLosesNeither() throws Exception {
        save(two, "Kurse und Treffen", 0);
        var both = save(one, "Kurse am Abend", 0);
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body())
                .contains(
                        "Kurse am Abend</textarea>",
                        "Kurse und Treffen",
                        "name=\"take\"",
                        "name=\"version\" value=\"1\"");
        var fields = fields("Kurse am Abend", 1);
        fields.put("take", "text");
        assertThat(platform.form(goalForm(), goalForm(), one, fields).statusCode())
                .isEqualTo(303);
        assertThat(form(one)).contains("Kurse und Treffen</textarea>");
    }

    @Test
    void leavesAFieldAloneThatOnlyTheOtherChanged() throws Exception {
        var numbered = fields("Kurse", 0);
        numbered.put("number", "7b");
        platform.form(goalForm(), goalForm(), two, numbered);
        var both = save(one, "Kurse am Abend", 0);
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body())
                .contains("Kurse am Abend</textarea>", "value=\"7b\"", "Nur andere haben dieses Feld geändert")
                .doesNotContain("name=\"take\"");
    }

    @Test
    void showsBothTextsForTheWordsOfAVersionToo() throws Exception {
        String form = path("fassung/" + version);
        var mine = new HashMap<>(Map.of("title", "Integrationskonzept", "label", "Mein Entwurf", "version", "0"));
        var other = Map.of("title", "Integrationskonzept", "label", "Anderer Entwurf", "version", "0");
        assertThat(platform.form(form, form, two, other).statusCode()).isEqualTo(303);
        var both = platform.form(form, form, one, mine);
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("value=\"Mein Entwurf\"", "Anderer Entwurf", "name=\"take\"");
        mine.put("version", "1");
        mine.put("take", "label");
        assertThat(platform.form(form, form, one, mine).statusCode()).isEqualTo(303);
        assertThat(page(one, form)).contains("value=\"Anderer Entwurf\"");
    }

    @Test
    void isClosedToWhoMayNotChangeThePart() throws Exception {
        String editor = platform.cookie(county, Roles.EDITOR);
        String own = path("ziele/" + goal + "/entwurf");
        assertThat(platform.form(path("papierkorb"), own, editor, fields("Fremd", 0))
                        .statusCode())
                .isEqualTo(403);
        String elsewhere = platform.cookie(platform.county(), Roles.LEAD);
        assertThat(platform.form(goalForm(), own, elsewhere, fields("Fremd", 0)).statusCode())
                .isEqualTo(404);
        assertThat(count()).isZero();
    }

    private HttpResponse<String> draft(String cookie, String text) throws Exception {
        return platform.form(path(""), path("ziele/" + goal + "/entwurf"), cookie, fields(text, 0));
    }

    private HttpResponse<String> save(String cookie, String text, long row) throws Exception {
        return platform.form(path(""), goalForm(), cookie, fields(text, row));
    }

    private String present(String cookie) throws Exception {
        return platform.form(path(""), path("ziele/" + goal + "/entwurf/anwesend"), cookie, fields("", 0))
                .body();
    }

    private static Map<String, String> fields(String text, long row) {
        var fields = new HashMap<String, String>();
        fields.put("kind", "sub_goal");
        fields.put("text", text);
        fields.put("version", Long.toString(row));
        return fields;
    }

    private void clearAfter(Duration time) throws Exception {
        platform.bean(MovableClock.class).advance(time);
        platform.job(county, "clear bins and drafts", () -> {
            platform.bean(Writing.class).clear();
            return true;
        });
    }

    private int count() throws Exception {
        try (var connection = ConceptSample.as(county);
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM concept_writing")) {
            result.next();
            return result.getInt(1);
        }
    }

    private String form(String cookie) throws Exception {
        return page(cookie, goalForm());
    }

    private String page(String cookie, String path) throws Exception {
        var answer = platform.page(path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String goalForm() {
        return path("ziele/" + goal + "/bearbeiten");
    }

    private String path(String path) {
        return "/" + county.slug() + "/konzept" + (path.isEmpty() ? "" : "/" + path);
    }
}
