package de.kreiskonzept.platform.concept.version;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions as the lead and a reader meet them on the pages. */
@ExtendWith(PlatformUnderTest.Given.class)
class VersionPagesIT {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern MEASURE = Pattern.compile("konzept/massnahmen/([0-9a-f-]{36})/herkunft");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String list;
    private UUID version;

    VersionPagesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aDraft() throws Exception {
        county = platform.county();
        list = "/" + county.slug() + "/konzept/fassungen";
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "sub_goal", "Mehr Kurse");
            concept.measure(section, "Kurse am Abend", "green", true, goal);
            concept.measure(section, "Kurse am Morgen", "green", true, goal);
            version = concept.version();
        }
    }

    @Test
    void theLeadAdoptsADraftAndSeesWhoDecidedWhen() throws Exception {
        String path = list + "/" + version;
        assertThat(show(path, Roles.LEAD)).contains("Nächster Stand", "festgeschrieben", "Vorläufig");
        assertThat(adopt(path).statusCode()).isEqualTo(303);
        assertThat(show(path, Roles.LEAD))
                .contains("beschlossen", "14.03.2026", "Kreistag", "2026/17", "Fortschreiben")
                .doesNotContain("value=\"draft\"");
        assertThat(show(list, Roles.READER)).contains("Entwurf", "beschlossen");
    }

    @Test
    void keepsWhatWasTypedWhereTheDayIsMissing() throws Exception {
        String path = list + "/" + version;
        var refused = form(path, "/stand", Map.of("state", "adopted", "decidedBy", "Kreistag & Ausschuss"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-decidedOn\"", "Kreistag &amp; Ausschuss", "value=\"adopted\" checked");
    }

    @Test
    void showsAReaderTheLifeButNoForm() throws Exception {
        assertThat(show(list + "/" + version, Roles.READER))
                .contains("Verlauf")
                .doesNotContain("Nächster Stand", "<form method=\"post\" action=\"" + list);
    }

    @Test
    void comparesARevisionWithItsBaseAndLetsTheLeadSayWhereAPartComesFrom() throws Exception {
        String path = list + "/" + version;
        adopt(path);
        var begun = form(path, "/fortschreiben", Map.of("label", "Fortschreibung", "relation", "successor"));
        assertThat(begun.statusCode()).isEqualTo(303);
        String draft = begun.headers().firstValue("Location").orElseThrow();
        assertThat(show(draft + "/vergleich", Roles.LEAD))
                .contains("keine Änderung")
                .doesNotContain("Herkunft ändern");

        String all = show(draft + "/vergleich?alle=ja", Roles.LEAD);
        assertThat(all).contains("unverändert", "Kurse am Abend");
        var measure = MEASURE.matcher(all);
        assertThat(measure.find()).isTrue();
        String origins = "/" + county.slug() + "/konzept/massnahmen/" + measure.group(1) + "/herkunft";
        assertThat(show(origins, Roles.LEAD)).contains("Geht hervor aus", "Kurse am Morgen");
        var changed = platform.form(origins, origins, platform.cookie(county, Roles.LEAD), Map.of("predecessors", ""));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(show(draft + "/vergleich", Roles.LEAD)).contains("neu", "entfallen", "<ins>", "<del>");
        assertThat(platform.page(origins, platform.cookie(county, Roles.EDITOR)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhyThereIsNothingToCompare() throws Exception {
        var refused = platform.page(list + "/" + version + "/vergleich", platform.cookie(county, Roles.LEAD));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Ein Vergleich ist nicht möglich");
    }

    @Test
    void knowsNoVersionOfAnotherCounty() throws Exception {
        Workspace other = platform.county();
        String foreign = "/" + other.slug() + "/konzept/fassungen/" + version;
        String cookie = platform.cookie(other, Roles.LEAD);
        assertThat(platform.page(foreign, cookie).statusCode()).isEqualTo(404);
        assertThat(platform.page(foreign + "/vergleich", cookie).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> adopt(String path) throws Exception {
        return form(
                path,
                "/stand",
                Map.of(
                        "state", "adopted",
                        "decidedOn", "2026-03-14",
                        "decidedBy", "Kreistag",
                        "resolution", "2026/17"));
    }

    private HttpResponse<String> form(String path, String action, Map<String, String> fields) throws Exception {
        var row = VERSION.matcher(show(path, Roles.LEAD));
        var all = new HashMap<>(fields);
        if (row.find()) {
            all.put("version", row.group(1));
        }
        return platform.form(path, path + action, platform.cookie(county, Roles.LEAD), all);
    }

    private String show(String path, String role) throws Exception {
        return platform.page(path, platform.cookie(county, role)).body();
    }
}
