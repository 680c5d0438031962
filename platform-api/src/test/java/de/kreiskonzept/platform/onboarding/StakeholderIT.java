package de.kreiskonzept.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lead keeps a map of those who matter for the concept; nobody else sees what is thought of them. */
@ExtendWith(PlatformUnderTest.Given.class)
class StakeholderIT {
    private static final Pattern ONE = Pattern.compile("/start/beteiligte/([0-9a-f-]{36})\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String base;
    private String lead;

    StakeholderIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        base = "/" + county.slug() + "/start/beteiligte";
        lead = platform.cookie(county, Roles.LEAD);
    }

    private static Map<String, String> caritas(String attitude) {
        return new HashMap<>(Map.of(
                "name", "Caritas <Kreis>",
                "kind", "organisation",
                "place", "outside",
                "interest", "3",
                "influence", "1",
                "attitude", attitude,
                "cause", "Beratung sichern"));
    }

    private String created() throws Exception {
        assertThat(platform.form(base + "/neu", base, lead, caritas("neutral")).statusCode())
                .isEqualTo(303);
        var link = ONE.matcher(platform.page(base, lead).body());
        assertThat(link.find()).isTrue();
        return base + "/" + link.group(1);
    }

    @Test
    void theMatrixShowsWhatTheTableSays() throws Exception {
        created();
        assertThat(platform.page(base, lead).body())
                .contains("Caritas &lt;Kreis&gt;", "informieren und beteiligen", "abwartend")
                .containsOnlyOnce("<circle cx=\"292\" cy=\"258\"");
    }

    @Test
    void talksAreKeptWithTheirDay() throws Exception {
        String one = created();
        assertThat(platform.form(one, one + "/gespraeche", lead, Map.of("heldOn", "2026-01-15", "words", "Gute Ideen"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(one, lead).body()).contains("15.01.2026", "Gute Ideen", "Prüfperson lead");
        var refused =
                platform.form(one, one + "/gespraeche", lead, Map.of("heldOn", "2999-01-01", "words", "Noch nicht"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-heldOn\"", "Noch nicht");
    }

    @Test
    void changesKeepWhatWasTypedWhereSomebodyWasFaster() throws Exception {
        String one = created();
        String edit = one + "/bearbeiten";
        var change = caritas("critical");
        change.put("version", "0");
        assertThat(platform.form(edit, edit, lead, change).statusCode()).isEqualTo(303);
        assertThat(platform.page(one, lead).body()).contains("kritisch");
        change.put("attitude", "supporting");
        var stale = platform.form(edit, edit, lead, change);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("inzwischen geändert", "value=\"supporting\" checked");
        assertThat(platform.form(one, one + "/loeschen", lead, Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(one, lead).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheLeadOfTheCountySeesThem() throws Exception {
        String one = created();
        for (String role : new String[] {Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER}) {
            assertThat(platform.page(base, platform.cookie(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        Workspace other = platform.county();
        String foreign = one.replace("/" + county.slug() + "/", "/" + other.slug() + "/");
        assertThat(platform.page(foreign, platform.cookie(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
    }
}
