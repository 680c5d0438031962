package de.kreiskonzept.platform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps go on when what they wait for is there; who may change them, and what is kept of a change. */
@ExtendWith(PlatformUnderTest.Given.class)
class StepGateIT {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
    private static final Pattern STEP = Pattern.compile("href=\"([^\"]+/schritte/[0-9a-f-]{36})\">([^<]+)<");
    private static final String LETTER = "Brief der Verwaltungsspitze";
    private static final String GROUP = "Steuerungsgruppe einsetzen";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String process;

    StepGateIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aProcessInAnEmptyCounty() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        String base = "/" + county.slug() + "/ablauf";
        var begun = platform.form(
                base + "/neu", base, lead, Map.of("template", "iq", "title", "Konzept", "begin", "01/2028"));
        process = begun.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aStepWaitsForOthersAndForItsResolutionAndNamesThem() throws Exception {
        String waiting = address(GROUP);
        expect(303, send(waiting, lead, Map.of("title", GROUP, "state", "planned", "after", id(LETTER))));
        assertThat(page(process)).contains("wartet auf Schritt 1");

        var early = send(waiting, lead, Map.of("title", GROUP, "state", "under_way", "after", id(LETTER)));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Schritt 1 „" + LETTER + "“ muss vorher erledigt sein oder entfallen.");

        Map<String, String> undecided = Map.of("title", LETTER, "state", "done", "resolutionNeeded", "true");
        var without = send(address(LETTER), lead, undecided);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Tragen Sie ein, was welches Gremium wann beschlossen hat.");
        var decided = new HashMap<>(undecided);
        decided.put("resolution", "Kreistag, 11.12.2028");
        expect(303, send(address(LETTER), lead, decided));
        expect(303, send(waiting, lead, Map.of("title", GROUP, "state", "under_way", "after", id(LETTER))));
        assertThat(page(process)).contains("Beschluss: Kreistag, 11.12.2028").doesNotContain("wartet auf Schritt 1");

        var circle = send(
                address(LETTER), lead, Map.of("title", LETTER, "state", "done", "after", id(GROUP), "reason", "x"));
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("So würde der Schritt auf sich selbst warten.");
    }

    @Test
    void whoDropsAStepSaysWhyAndItIsKept() throws Exception {
        var silent = send(address(LETTER), lead, Map.of("title", LETTER, "state", "dropped"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Geben Sie an, warum der Schritt entfällt");

        expect(
                303,
                send(
                        address(LETTER),
                        lead,
                        Map.of("title", LETTER, "state", "dropped", "reason", "Der Auftrag ist schon erteilt")));
        assertThat(page(address(LETTER)))
                .contains("geplant → entfällt", "Grund: Der Auftrag ist schon erteilt", "Änderungen des Standes");
    }

    @Test
    void aParticipationSaysWhoWasInvitedWhoCameAndWhatCameOfIt() throws Exception {
        var many = send(
                address(LETTER),
                lead,
                Map.of("title", LETTER, "state", "planned", "participation", "true", "invited", "viele"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("Geben Sie eine Zahl an", "value=\"viele\"");

        var form = new HashMap<>(Map.of("title", LETTER, "state", "planned", "participation", "true"));
        form.putAll(Map.of("invited", "120", "groups", "Sprache\nWohnen", "results", "64 Vorschläge"));
        expect(303, send(address(LETTER), lead, form));
        assertThat(page(process)).contains("Eingeladen: 120, anwesend: nicht gezählt", "Ergebnisse: 64 Vorschläge");
    }

    @Test
    void laterDatesMoveOnRequestAndEarlierOnesStay() throws Exception {
        assertThat(page(process)).contains("02/2028 bis 03/2028").doesNotContain("2030");

        var form = new HashMap<>(Map.of("title", GROUP, "state", "planned", "from", "01/2028", "until", "12/2028"));
        form.put("moveLater", "true");
        expect(303, send(address(GROUP), lead, form));

        assertThat(page(process))
                .contains("12/2028 bis 01/2029", "bis 04/2030")
                .containsPattern("(?s)" + LETTER + ".{0,400}01/2028");
    }

    @Test
    void anEditorChangesTheStepsItLooksAfterAndNoOther() throws Exception {
        String editor = platform.cookie(county, Roles.EDITOR);
        String mine = address(LETTER);
        String other = address(GROUP);
        assertThat(platform.page(mine, editor).statusCode()).isEqualTo(403);

        var owner = Pattern.compile("(?s)<option value=\"([0-9a-f-]{36})\"[^>]*>([^<]*)")
                .matcher(page(mine).split("name=\"owner\"")[1].split("</select>")[0])
                .results()
                .filter(found -> found.group(2).toLowerCase().contains("editor"))
                .findFirst()
                .orElseThrow();
        expect(303, send(mine, lead, Map.of("title", LETTER, "state", "planned", "owner", owner.group(1))));

        expect(303, send(mine, editor, Map.of("title", "Etwas anderes", "state", "under_way", "after", id(GROUP))));
        assertThat(page(process))
                .contains(LETTER, "läuft", "betreut von")
                .doesNotContain("Etwas anderes", "wartet auf");
        assertThat(platform.page(other, editor).statusCode()).isEqualTo(403);
        assertThat(platform.page(mine + "/loeschen", editor).statusCode()).isEqualTo(403);
    }

    private void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private HttpResponse<String> send(String step, String cookie, Map<String, String> fields) throws Exception {
        var form = new HashMap<>(fields);
        var version = VERSION.matcher(platform.page(step, cookie).body());
        assertThat(version.find()).as(step).isTrue();
        form.put("version", version.group(1));
        return platform.form(step, step, cookie, form);
    }

    private String address(String title) throws Exception {
        return STEP.matcher(page(process))
                .results()
                .filter(found -> found.group(2).equals(title))
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private String id(String title) throws Exception {
        String address = address(title);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String page(String path) throws Exception {
        var answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
