package de.kreiskonzept.platform.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county keeps its way as a template, and begins another process with it. */
@ExtendWith(PlatformUnderTest.Given.class)
class OwnTemplateIT {
    private static final String OWN = """
            usual: 6
            steps:
              - title: Auftrag
                from: 1
                until: 2
                parts:
                  - {title: Vorlage schreiben, from: 1, until: 1}
              - {title: Beraten, from: 3, until: 4, resolution: true, after: [1, 1.1]}
            """;
    private static final Pattern TEMPLATE = Pattern.compile("/ablauf/vorlagen/([0-9a-f-]{36})\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String templates;
    private String lead;

    OwnTemplateIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/ablauf";
        templates = base + "/vorlagen";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void aProcessBeginsWithAnOwnTemplateAndStaysWhenThatIsChangedAndDeleted() throws Exception {
        String id = written();
        assertThat(body(base + "/neu")).contains("Unser Weg", "3 Schritte in 4 Monaten");

        String process = begun(id);
        assertThat(body(process))
                .contains("Vorlage schreiben", "1.1", "braucht einen Beschluss", "wartet auf Schritt 1.1")
                .contains("Der Ablauf ist kürzer als 6 Monate geplant.");

        String one = templates + "/" + id;
        assertThat(post(one, one, Map.of("title", "Neuer Name", "content", "steps: [{title: Anders}]", "version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(templates)).contains("Neuer Name").doesNotContain("Unser Weg");
        assertThat(post(one + "/loeschen", one + "/loeschen", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(templates)).contains("Noch keine eigene Vorlage");
        assertThat(body(process)).contains("Vorlage schreiben").doesNotContain("Anders");
        String renamed = process + "/bearbeiten";
        assertThat(post(renamed, renamed, Map.of("title", "Weiter", "begin", "03/2027", "version", "0"))
                        .statusCode())
                .as("a process whose template is gone can be changed")
                .isEqualTo(303);
    }

    @Test
    void aProcessIsKeptAsATemplateWithItsPartsAndWhatItsStepsWaitFor() throws Exception {
        String process = begun(written());
        String keep = templates + "/neu?aus=" + process.substring(process.lastIndexOf('/') + 1);
        assertThat(body(process)).contains(keep);

        assertThat(body(keep))
                .contains("value=\"Unser Ablauf\"", "title: Vorlage schreiben", "resolution:", "usual: 6");
    }

    @Test
    void whatCannotBeReadIsAnsweredWithLineAndReasonAndStaysInTheForm() throws Exception {
        var broken = post(
                templates + "/neu",
                templates,
                Map.of("title", "", "content", OWN.replace("[1, 1.1]", "[1, 7]"), "version", ""));

        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body())
                .contains(
                        "Zeile 8: Das bezieht sich auf etwas, das es nicht gibt: 7",
                        "Geben Sie der Vorlage einen Namen.")
                .contains("Vorlage schreiben");
        String one = templates + "/" + written();
        var change = Map.of("title", "Neu", "content", OWN, "version", "7");
        assertThat(post(one, one, change).statusCode()).isEqualTo(409);
    }

    @Test
    void theTemplatesOfACountyAreItsOwnAndForItsLeadAlone() throws Exception {
        String id = written();
        Workspace other = platform.county();
        String there = "/" + other.slug() + "/ablauf";
        String stranger = platform.cookie(other, Roles.LEAD);

        assertThat(platform.page(there + "/neu", stranger).body()).doesNotContain("Unser Weg");
        assertThat(platform.page(there + "/vorlagen/" + id, stranger).statusCode())
                .isEqualTo(404);
        assertThat(platform.form(
                                there + "/neu",
                                there,
                                stranger,
                                Map.of("template", id, "title", "Fremd", "begin", "03/2027"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(platform.page(templates, platform.cookie(county, Roles.EDITOR))
                        .statusCode())
                .isEqualTo(403);
    }

    private String written() throws Exception {
        assertThat(post(templates + "/neu", templates, Map.of("title", "Unser Weg", "content", OWN, "version", ""))
                        .statusCode())
                .isEqualTo(303);
        var found = TEMPLATE.matcher(body(templates));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String begun(String template) throws Exception {
        var answer =
                post(base + "/neu", base, Map.of("template", template, "title", "Unser Ablauf", "begin", "03/2027"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String body(String path) throws Exception {
        return platform.page(path, lead).body();
    }

    private HttpResponse<String> post(String page, String action, Map<String, String> fields) throws Exception {
        return platform.form(page, action, lead, fields);
    }
}
